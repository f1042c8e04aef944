import { useTranslations } from 'next-intl'
import { Remark } from '#components/facts/marks.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { IndicatorList } from '#components/indicators/list.tsx'
import { Sources } from '#components/sources/cited.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Done } from '#components/ui/done.tsx'
import { Page, Section, Trail } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import type { InitiativePage } from '#lib/initiatives/initiative.ts'
import { History } from './history.tsx'
import { Bodies, Known, Mandate } from './known.tsx'
import { Milestones } from './milestones.tsx'
import { Money } from './money.tsx'
import { Reported } from './reported.tsx'

/** An initiative with all that hangs on it. `done`: the command that led here. */
export function Initiative({ found, done }: { found: InitiativePage; done?: string | undefined }) {
  const t = useTranslations('initiatives.initiative')
  const { partnership, code, direction, title, description, note, indicators, sources } = found
  const acts = useTranslations('initiatives')
  const add = useTranslations('milestones.create')
  const wasDone = (['create', 'change', 'release', 'unarchive'] as const).find(
    (act) => done === `initiatives.${act}`,
  )
  const here = `/${partnership}/initiatives/${code}`
  const above = `/${partnership}/directions/${direction.code}`
  return (
    <>
      <PageHeader
        title={<span className="font-mono font-normal">{code}</span>}
        isHeading={false}
        back={{ href: above, name: direction.title.text }}
      />
      <Page
        aside={
          <>
            <Known found={found} />
            <Bodies found={found} />
            <Mandate found={found} />
          </>
        }
      >
        <div className="flex flex-col gap-1.5">
          <Trail of={[{ name: <RecordText text={direction.title} isQuiet />, href: above }]} />
          <h1 className="text-head font-strong">
            <RecordText text={title} />
          </h1>
          {description && (
            <p className="max-w-180 text-lead text-ink-2">
              <RecordText text={description} />
            </p>
          )}
          {note !== null && (
            <p className="max-w-180 text-small">
              <Remark>{note}</Remark>
            </p>
          )}
          {(found.mayKeep || found.mayAdd) && (
            <div className="no-print flex flex-wrap gap-2 pt-1.5">
              {found.mayAdd && <ButtonLink href={`${here}/milestones/new`}>{add('open')}</ButtonLink>}
              {found.mayKeep && <ButtonLink href={`${here}/change`}>{acts('change.open')}</ButtonLink>}
            </div>
          )}
        </div>
        {wasDone && <Done>{acts(`${wasDone}.done`)}</Done>}
        <Milestones found={found} />
        {indicators.length > 0 && (
          <Section title={t('indicators')} count={indicators.length}>
            <IndicatorList indicators={indicators} partnership={partnership} />
          </Section>
        )}
        <Money found={found} />
        <Reported found={found} />
        <Sources sources={sources} partnership={partnership} />
        <History entries={found.history} partnership={partnership} />
      </Page>
    </>
  )
}
