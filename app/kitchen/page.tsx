import { randomUUID } from 'node:crypto'
import { Paperclip } from 'lucide-react'
import { Frame } from '#components/frame/frame.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { DueDate } from '#components/milestones/due.tsx'
import { TwoKeys } from '#components/milestones/two-keys.tsx'
import { Bar, PartsBar } from '#components/ui/bar.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Figure, Figures, Lines, Panel } from '#components/ui/card.tsx'
import { Choice } from '#components/ui/choice.tsx'
import { DateField } from '#components/ui/date-field.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { DraftState } from '#components/ui/draft.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Fact, Facts } from '#components/ui/facts.tsx'
import { Field } from '#components/ui/field.tsx'
import { FileField } from '#components/ui/file-field.tsx'
import { FilterLink, FilterMenu, Filters } from '#components/ui/filter.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { Form } from '#components/ui/form.tsx'
import { Formula } from '#components/ui/formula.tsx'
import { Page, Section, Trail } from '#components/ui/page.tsx'
import { Problem } from '#components/ui/problem.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Select } from '#components/ui/select.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { StatusDot, StatusPill, StatusWord } from '#components/ui/status.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { Table } from '#components/ui/table.tsx'
import { Code, Tag } from '#components/ui/tag.tsx'
import { TextArea } from '#components/ui/text-area.tsx'

const names = { UZ: 'Uzbekistan', KR: 'Republic of Korea' }
const sides = ['UZ', 'KR'] as const
const open = <TwoKeys sides={sides} verdicts={[]} status="planned" names={names} />
const all = ['planned', 'in_progress', 'blocked', 'claimed', 'disputed', 'completed', 'cancelled'] as const

export default function Kitchen() {
  return (
    <Frame
      account={{ key: 'p1', name: 'Staff of the secretariat', role: 'Staff, Uzbekistan', side: 'UZ', signOut: { action: '/api/auth/signout', fields: { csrfToken: 'x' } } }}
      partnerships={[
        { code: 'UZ-KR', title: 'Uzbekistan–Korea', sides, review: 6 },
        { code: 'UZ-JP', title: 'Uzbekistan–Japan', sides: ['UZ', 'JP'], review: null },
      ]}
      myWork={12}
      administration="/admin"
      hasSearch
    >
      <PageHeader title="Kitchen" subtitle={<span>206 milestones · 31 need attention</span>} actions={<ButtonLink href="/kitchen">Share view</ButtonLink>} />
      <Page
        aside={
          <>
            <Panel>
              <Facts>
                <Fact name="Responsible"><Flag code="UZ" className="mr-1 size-3.75" />Uzbekistan Technological Metals Complex (UzTMK)</Fact>
                <Fact name="Due"><DueDate due={{ on: '2026-09-15', precision: 'day' }} first={{ on: '2026-06-30', precision: 'day' }} slip={77} /></Fact>
                <Fact name="Baseline">30 Jun 2026</Fact>
                <Fact name="Weight">3 of 12</Fact>
              </Facts>
            </Panel>
            <Panel title="Waits for you" count={6}>
              <Lines>
                {[0, 1, 2].map((n) => (
                  <li key={n}>
                    <div className="flex items-center justify-between"><Code>UZ-KR-CH-10-01</Code>{open}</div>
                    <div className="mt-0.5 text-balance">Master plan of the cluster approved</div>
                    <div className="text-small text-ink-2">Report to accept · 3 days</div>
                  </li>
                ))}
              </Lines>
            </Panel>
          </>
        }
      >
        <Filters name="Filters" end={<FilterMenu name="Rows" value="none" isChosen={false} opens="right" options={[{ key: 'a', label: 'none', href: '/kitchen', isChosen: true }]} />}>
          <FilterMenu name="Direction" value="all seven" isChosen options={[{ key: 'a', label: 'All seven', href: '/kitchen?x=1', isChosen: true }, { key: 'b', label: 'Critical minerals', href: '/kitchen?x=2', isChosen: false }]} />
          <FilterMenu name="Side" value="both" isChosen={false} options={[]} />
          <FilterLink href="/kitchen?late=1" isChosen={false}>Only overdue</FilterLink>
          <FilterLink href="/kitchen?late=1" isChosen>Only overdue</FilterLink>
        </Filters>
        <div>
          <Trail of={[{ name: 'Critical minerals', href: '/a' }, { name: 'Korea-Uzbekistan Rare Metals Centre: research and semi-industrial equipment', href: '/b' }]} />
          <h2 className="mt-1 text-head font-strong"><RecordText text={{ text: 'All 21 types of equipment delivered', language: 'en', standing: 'translation', official: false, stale: false }} /></h2>
          <p lang="ko">대한민국 희소금속센터: <RecordText text={{ text: '연구 및 준산업 장비', language: 'ko', standing: 'translation', official: false, stale: true }} /> · Узбекистан, Қорақалпоғистон, Oʻzbekiston gʻalaba taʼlim</p>
        </div>
        <Figures>
          <Figure value="119 / 182" name="milestones with both keys" />
          <Figure value="6" name="overdue" tone="alarm" />
          <Figure value="25" name="date passed, no evidence" tone="warn" />
          <Figure value="+58 d" name="median slip of moved dates" />
        </Figures>
        <div className="flex flex-wrap items-center gap-2">{all.map((s) => <StatusPill key={s} status={s} />)}<StatusPill status="claimed">Claimed by Uzbekistan</StatusPill></div>
        <div className="flex flex-wrap items-center gap-2">
          {open}
          <TwoKeys sides={sides} verdicts={[{ side: 'UZ', says: 'confirmed' }]} status="claimed" names={names} />
          <TwoKeys sides={sides} verdicts={[{ side: 'UZ', says: 'confirmed' }, { side: 'KR', says: 'confirmed' }]} status="completed" names={names} />
          <TwoKeys sides={sides} verdicts={[{ side: 'UZ', says: 'confirmed' }, { side: 'KR', says: 'disputed' }]} status="disputed" names={names} />
          <TwoKeys sides={['UZ']} verdicts={[]} status="disputed" names={names} />
          <Tag>no evidence</Tag><Tag tone="alarm">overdue</Tag><Tag tone="warn">+77 d</Tag><Tag tone="accent">new</Tag>
          <Flag code="XK" /><Flag code={null} /><Flag code="KZ" /><Flag code="JP" /><Flag code="US" />
        </div>
        <div className="grid grid-cols-1 gap-3 md:grid-cols-4">
          {[{ s: 'in_progress' as const, l: null }, { s: 'planned' as const, l: 'no_evidence' as const }, { s: 'blocked' as const, l: 'overdue' as const }].map(({ s, l }) => (
            <div key={s}>
              <h3 className="mb-2 flex items-center gap-2 font-medium"><StatusDot status={s} /><StatusWord status={s} /><span className="font-normal text-ink-2">57</span><span className="ml-auto text-small text-alarm">28 overdue</span></h3>
              <article className="card p-2.5">
                <div className="flex items-center justify-between"><Code>CM-01-06</Code>{open}</div>
                <p className="mt-1.5 font-medium text-balance">All 21 types of equipment delivered</p>
                <p className="mt-1.5 flex items-center gap-1.5 text-small text-ink-2"><Flag code="UZ" className="size-3.75" /><span className="truncate">Uzbekistan Technological Metals Complex</span></p>
                <p className="mt-1.5 flex justify-between text-small"><DueDate due={{ on: '2026-03-31', precision: 'day' }} slip={90} lateness={l} /><span className="text-ink-2">65 %</span></p>
                <div className="mt-2"><Bar percent={65} name="65 %" /></div>
              </article>
            </div>
          ))}
          <div className="flex flex-col gap-2"><Bar percent={null} name="unknown" /><Bar percent={100} name="100" tone="completed" /><Skeleton lines={2} /></div>
        </div>
        <Section title="Progress" count={3}><Empty title="No report yet" action={<ButtonLink href="/" kind="main">Log progress</ButtonLink>}>The first report says how far it is.</Empty></Section>
        <Table name="Directions" head={[{ key: 'a', name: 'Anchor direction' }, { key: 'b', name: 'Initiatives', align: 'end' }, { key: 'c', name: 'Milestones', width: '11rem' }, { key: 'd', name: 'Done', align: 'end' }, { key: 'e', name: 'Overdue', align: 'end' }, { key: 'f', name: 'Next date' }]}>
          {['Critical minerals', 'Semiconductors', 'Infrastructure and urban development'].map((name, n) => (
            <tr key={name}>
              <th scope="row"><a href="/x" className="quiet-link">{name}</a></th>
              <td data-align="end">{8 + n}</td>
              <td><PartsBar name="22 of 32" of={32} parts={[{ tone: 'completed', size: 22 }, { tone: 'in-progress', size: 1 }, { tone: 'warn', size: 4 }, { tone: 'alarm', size: n }]} /></td>
              <td data-align="end">22/32</td>
              <td data-align="end" className="text-alarm">{n}</td>
              <td>2026</td>
            </tr>
          ))}
        </Table>
        <Formula formula="Mean of the milestones weighted by weight; unknown counts as 0." rows={[{ key: 'a', name: 'All 21 types', value: '3 × 65 %' }, { key: 'b', name: 'Rooms', value: '1 × unknown' }]} result={{ name: 'Progress', value: '49 %' }} />
        <Problem text="You cannot do this: the milestone is cancelled. Restore it first." />
        <div className="flex flex-wrap gap-2">
          <ButtonLink href="/" kind="main">Confirm complete</ButtonLink><ButtonLink href="/">Plain</ButtonLink><ButtonLink href="/" kind="danger">Dispute…</ButtonLink><ButtonLink href="/" kind="quiet"><Paperclip />Quiet</ButtonLink>
          <Dialog button="Dispute…" kind="danger" title="Why does the Republic of Korea dispute it?">
            <Form action="/kitchen/door" hidden={{ id: randomUUID(), version: 'v1' }}>
              <TextArea name="reason" label="Reason" hint="Both sides read it." />
              <div className="action-bar flex gap-2"><Submit kind="danger">Dispute</Submit></div>
            </Form>
          </Dialog>
        </div>
        <Section title="Form">
          <div className="max-w-160 pt-4">
            <Form action="/kitchen/door" hidden={{ id: randomUUID(), version: 'v1' }} draft="kitchen" done="Sent to the department." standing={[{ name: 'narrative', label: 'What happened?', value: 'Other words' }]}>
              <Choice name="percent" label="How far is it?" hint="Last accepted: 65 %, 4 July" value="80" options={['65', '70', '80', '90', '100'].map((v) => ({ value: v, label: v }))} />
              <TextArea name="narrative" label="What happened?" maxLength={5000} />
              <TextArea name="blocker" label="What is in the way?" hint="Leave empty if nothing is" rows={1} isOptional />
              <div className="grid gap-5 md:grid-cols-2">
                <Field name="value" label="Value" type="number" inputMode="decimal" unit="%" width={6} />
                <DateField name="on" label="Date" value="2026-06-30" />
                <Select name="body" label="Body" none="Not said" options={[{ value: 'a', label: 'Ministry of Energy' }, { value: 'b', label: 'KORAM' }]} />
                <Choice name="cause" label="Cause" as="list" options={[{ value: 'a', label: 'Permit', hint: 'A paper of an authority is missing.' }, { value: 'b', label: 'Financing' }]} />
              </div>
              <FileField label="Evidence" hasLinks isOptional />
              <div className="action-bar flex flex-wrap items-center gap-3"><Submit isLarge>Send to Department</Submit><DraftState /></div>
            </Form>
          </div>
        </Section>
      </Page>
    </Frame>
  )
}
