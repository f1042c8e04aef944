import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Inferred, NotStated, Remark, SharedCount } from '#components/facts/marks.tsx'
import { VisibleTo } from '#components/facts/visible-to.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Sources } from '#components/sources/cited.tsx'
import { Panel } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Fact, Facts } from '#components/ui/facts.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { RecordText, TranslationMark } from '#components/ui/record-text.tsx'
import type { MeetingPage } from '#lib/meetings/meeting.ts'
import { Decision } from './decision.tsx'
import { Held, MeetingKind, MeetingMode, PlannedTag } from './held.tsx'

/** A meeting with its numbered decisions, each with what it started. */
export function Meeting({ found }: { found: MeetingPage }) {
  const t = useTranslations('meetings.meeting')
  const { partnership, code, title, status, isPast, decisions, sources } = found
  const loose = decisions.filter(({ initiative }) => initiative === null).length
  return (
    <>
      <PageHeader
        title={<span className="font-mono font-normal">{code}</span>}
        isHeading={false}
        subtitle={status === 'planned' && <PlannedTag isPast={isPast} />}
        back={{ href: `/${partnership.code}/meetings`, name: t('back') }}
      />
      <Page aside={<Known found={found} />}>
        <h1 lang={title.language} className="text-head font-strong">
          {title.text}
          <TranslationMark text={title} />
        </h1>
        <Section title={t('decisions')} count={<SharedCount of={decisions} />}>
          {decisions.length === 0 ? (
            <div className="pt-3">
              <Empty title={t(status === 'planned' ? 'none-yet' : 'no-decisions')} />
            </div>
          ) : (
            <>
              {loose > 0 && <p className="pt-2.5 text-ink-2">{t('loose', { count: loose })}</p>}
              <ol className="divide-y divide-line">
                {decisions.map((decision) => (
                  <Decision key={decision.code} decision={decision} partnership={partnership.code} />
                ))}
              </ol>
            </>
          )}
        </Section>
        <Sources sources={sources} partnership={partnership.code} />
      </Page>
    </>
  )
}

function Known({ found }: { found: MeetingPage }) {
  const t = useTranslations('meetings.meeting')
  const {
    partnership,
    kind,
    held,
    endsOn,
    status,
    place,
    mode,
    participants,
    series,
    inferred,
    note,
    audience,
  } = found
  return (
    <Panel>
      <Facts>
        <Fact name={t('kind')}>
          <MeetingKind kind={kind} />
        </Fact>
        <Fact name={t(status === 'planned' ? 'planned-for' : 'held')}>
          <Held held={held} endsOn={endsOn} length="long" />
        </Fact>
        <Fact name={t('place')}>{place === null ? <NotStated /> : <span lang="en">{place}</span>}</Fact>
        <Fact name={t('mode')}>{mode === null ? <NotStated /> : <MeetingMode mode={mode} />}</Fact>
        {series && (
          <Fact name={t('series')}>
            <Link href={`/${partnership.code}/meetings#${series.code}`} className="link">
              <RecordText text={series.name} isQuiet />
            </Link>
          </Fact>
        )}
        <Fact name={t('participants')}>
          {participants.length === 0 ? (
            <NotStated />
          ) : (
            <ul lang="en" className="flex flex-col gap-0.5">
              {participants.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          )}
        </Fact>
        {(inferred || note !== null) && (
          <Fact name={t('note')}>
            {inferred && <Inferred />} {note !== null && <Remark>{note}</Remark>}
          </Fact>
        )}
        <Fact name={t('visible-to')}>
          <VisibleTo audience={audience} />
        </Fact>
      </Facts>
    </Panel>
  )
}
