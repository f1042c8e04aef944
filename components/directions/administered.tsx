import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { v7 as newId } from 'uuid'
import type { Opened } from '#components/partnerships/administration.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Form } from '#components/ui/form.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { Code, Tag } from '#components/ui/tag.tsx'
import type { AdministeredDirection, PartnershipAdministration } from '#lib/partnerships/administration.ts'
import { ArchiveDirection } from './archive.tsx'
import { ChangeDirection } from './change.tsx'
import { CreateDirection } from './create.tsx'

/** The directions of a partnership in their order, with what can be done to each. */
export function AdministeredDirections({
  found: { partnership, directions, archivedDirections },
  opened: { act, direction: open, attempt },
  page,
}: {
  found: PartnershipAdministration
  opened: Opened
  page: string
}) {
  const t = useTranslations('directions')
  const administration = useTranslations('partnerships.administration')
  const codes = directions.map(({ code }) => code)
  const form = { partnership, attempt, page: `${page}#directions` }
  const mayChange = !partnership.isArchived
  return (
    <section id="directions" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line pb-2">
        <h2 className="text-lead font-medium">{administration('directions')}</h2>
        {mayChange && act !== 'direction' && (
          <ButtonLink href={`${page}?act=direction#directions`}>{t('create.open')}</ButtonLink>
        )}
      </div>
      {mayChange && act === 'direction' && <CreateDirection {...form} />}
      {directions.length === 0 && (!mayChange || act !== 'direction') && (
        <Empty title={t('administered.none')}>{mayChange && t('administered.none-explained')}</Empty>
      )}
      <ol className="divide-y divide-line">
        {directions.map((direction, at) => (
          <li key={direction.code} className="flex flex-col gap-3 py-2.5">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Line direction={direction} />
              {mayChange && (
                <span className="flex flex-wrap items-center gap-1.5">
                  <Move
                    partnership={partnership.code}
                    codes={swapped(codes, at, at - 1)}
                    name={t('reorder.up', { direction: direction.title.text })}
                  >
                    <ArrowUp />
                  </Move>
                  <Move
                    partnership={partnership.code}
                    codes={swapped(codes, at, at + 1)}
                    name={t('reorder.down', { direction: direction.title.text })}
                  >
                    <ArrowDown />
                  </Move>
                  <Acts direction={direction} page={page} />
                </span>
              )}
            </div>
            {mayChange && open === direction.code && act === 'change-direction' && (
              <ChangeDirection {...form} direction={direction} />
            )}
            {mayChange && open === direction.code && act === 'archive' && (
              <ArchiveDirection {...form} direction={direction} />
            )}
          </li>
        ))}
      </ol>
      {archivedDirections.length > 0 && (
        <ArchivedDirections partnership={partnership} directions={archivedDirections} />
      )}
    </section>
  )
}

function ArchivedDirections({
  partnership,
  directions,
}: {
  partnership: PartnershipAdministration['partnership']
  directions: PartnershipAdministration['archivedDirections']
}) {
  const t = useTranslations('directions.unarchive')
  return (
    <>
      <h3 className="pt-2 font-medium text-ink-2">{t('title')}</h3>
      <ul className="divide-y divide-line">
        {directions.map(({ code, version, title }) => (
          <li key={code} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
            <span className="flex min-w-0 flex-1 basis-72 flex-wrap items-baseline gap-x-3 text-ink-2">
              <Code>{code}</Code>
              <RecordText text={title} />
            </span>
            {!partnership.isArchived && (
              <Form
                action={`/api/v1/directions/${partnership.code}-${code}/unarchivals`}
                hidden={{ id: newId(), version }}
              >
                <Submit kind="quiet">
                  {t('button')}
                  <span className="sr-only">: {title.text}</span>
                </Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Line({ direction: { code, title, isAnchor, sectorCodes } }: { direction: AdministeredDirection }) {
  const t = useTranslations('directions.administered')
  return (
    <span className="flex min-w-0 flex-1 basis-72 flex-wrap items-baseline gap-x-3">
      <Code>{code}</Code>
      <span className="font-medium">
        <RecordText text={title} />
      </span>
      {!isAnchor && <Tag>{t('across')}</Tag>}
      <span className="text-small text-ink-2">{sectorCodes.join(', ')}</span>
    </span>
  )
}

function Acts({ direction: { code, title }, page }: { direction: AdministeredDirection; page: string }) {
  const t = useTranslations('directions')
  const change = useTranslations('countries.change')
  const of = <span className="sr-only">: {title.text}</span>
  return (
    <>
      <ButtonLink href={`${page}?act=change-direction&direction=${code}#directions`} kind="quiet">
        {change('title')}
        {of}
      </ButtonLink>
      <ButtonLink href={`${page}?act=archive&direction=${code}#directions`} kind="quiet">
        {t('archive.open')}
        {of}
      </ButtonLink>
    </>
  )
}

/** Undefined: it is the first or the last already. */
function swapped(codes: readonly string[], at: number, to: number): string[] | undefined {
  const [one, other] = [codes[at], codes[to]]
  return one !== undefined && other !== undefined ? codes.with(at, other).with(to, one) : undefined
}

function Move({
  partnership,
  codes,
  name,
  children,
}: {
  partnership: string
  codes: string[] | undefined
  name: string
  children: ReactNode
}) {
  return (
    <Form
      action={`/api/v1/partnerships/${partnership}/direction-orders`}
      hidden={{ id: newId() }}
      className="contents"
    >
      {codes?.map((code) => (
        <input key={code} type="hidden" name="codes[]" value={code} />
      ))}
      <Submit kind="quiet" isOff={codes === undefined}>
        {children}
        <span className="sr-only">{name}</span>
      </Submit>
    </Form>
  )
}
