import { newId } from './builders.ts'

/** What an act is about: the names in its address, and the version that was seen. `vacant`: a post that nobody holds. */
export type Given = { names: Record<string, string>; version?: string }

/** Another date for what was due, as it is asked for. */
export const otherDate = {
  to: { year: '2099', part: 'Q3', day: '' },
  cause: 'financing',
  words: 'The loan is late',
}

const anyInitiative = { language: 'en', title: { en: 'Packaging' }, standing: 'agreed' }

const anyMilestone = { language: 'en', title: { en: 'Clean room' }, weight: 1, side: 'UZ' }

const ministry = { name: { en: 'Ministry of Water' }, kind: 'ministry', iatiType: '10' }

const day = { year: '2026', part: '11', day: '25' }

const country = {
  name: { en: 'Country' },
  officialName: { en: 'Country' },
  capital: { en: 'Capital' },
  timeZone: 'Asia/Tokyo',
  currency: 'JPY',
  languages: 'ja',
}

const named = {
  title: { en: 'Partnership' },
  programme: { en: 'Programme' },
  starts: { year: '2024' },
  ends: { year: '2027' },
  languages: 'en',
}

/** What every act is sent beside the id of what it creates, so that nothing but who sends it is wrong. */
export const sent: Readonly<Record<string, (given: Given) => object | FormData>> = {
  'initiatives.create': ({ names: { audience } }) => ({ ...anyInitiative, audience, direction: 'SC' }),
  'initiatives.change': ({ version }) => ({ ...anyInitiative, version }),
  'initiatives.archive': ({ version }) => ({ version }),
  'initiatives.unarchive': ({ version }) => ({ version }),
  'milestones.create': () => anyMilestone,
  'milestones.change': ({ version }) => ({ ...anyMilestone, version }),
  'milestones.archive': ({ version }) => ({ version }),
  'milestones.unarchive': ({ version }) => ({ version }),
  'milestones.start': ({ version }) => ({ version }),
  'milestones.block': ({ version }) => ({ version, cause: 'permit', words: 'No permit' }),
  'milestones.unblock': ({ version }) => ({ version }),
  'milestones.confirm': ({ version }) => ({ version }),
  'milestones.dispute': ({ version }) => ({ version, reason: 'Not delivered' }),
  'milestones.withdraw': ({ version }) => ({ version, reason: 'Too early' }),
  'milestones.change-due-date': ({ version }) => ({ version, ...otherDate }),
  'milestones.put-due-date': () => ({}),
  'milestones.agree-due-date': () => ({}),
  'milestones.refuse-due-date': () => ({ reason: 'The plant opens in June' }),
  'milestones.withdraw-due-date': () => ({}),
  'milestones.cancel': ({ version }) => ({ version, reason: 'Superseded' }),
  'milestones.restore': ({ version }) => ({ version, reason: 'Needed after all' }),
  'milestones.agree-status': () => ({}),
  'milestones.refuse-status': () => ({ reason: 'It is needed' }),
  'milestones.withdraw-status': () => ({}),
  'milestones.release': ({ version }) => ({ version, to: 'shared', reason: 'Agreed' }),
  'agreements.release': ({ version }) => ({ version, to: 'shared', reason: 'Agreed' }),
  'initiatives.release': ({ version }) => ({ version, to: 'shared', reason: 'Agreed' }),
  'progress-reports.submit': () => ({ percent: 40, narrative: 'Foundations are poured', language: 'en' }),
  'progress-reports.accept': () => ({}),
  'progress-reports.return': () => ({ reason: 'Attach the delivery note' }),
  'organisations.create': () => ministry,
  'organisations.change': ({ version }) => ({ version, ...ministry }),
  'organisations.archive': ({ version }) => ({ version }),
  'organisations.unarchive': ({ version }) => ({ version }),
  'people.create': () => ({ name: 'Somebody', email: `${newId()}@example.org` }),
  'people.change': ({ version }) => ({ version, name: 'Somebody else', email: `${newId()}@example.org` }),
  'people.deactivate': ({ version }) => ({ version }),
  'people.reactivate': ({ version }) => ({ version }),
  'people.link': () => ({}),
  'people.appoint': ({ names: { vacant = newId() } }) => ({ post: vacant, from: day }),
  'posts.create': ({ names }) => ({ organisation: names['organisation'], title: { en: 'Focal point' } }),
  'posts.change': ({ version }) => ({ version, title: { en: 'Deputy minister' } }),
  'posts.archive': ({ version }) => ({ version }),
  'posts.unarchive': ({ version }) => ({ version }),
  'posts.hand-over': ({ version }) => ({ version, on: day }),
  'posts.grant': () => ({ partnership: 'UZ-KR', role: 'observer' }),
  'posts.revoke': () => ({}),
  'acceptance-steps.change': ({ version }) => ({ version, steps: ['any-staff'] }),
  'countries.create': () => ({ ...country, code: 'KZ', code3: 'KAZ', numericCode: '398', language: 'en' }),
  'countries.change': ({ version }) => ({ ...country, version }),
  'countries.archive': ({ version }) => ({ version }),
  'countries.unarchive': ({ version }) => ({ version }),
  'calendars.decree': ({ version }) => ({
    version,
    language: 'en',
    title: 'On days off',
    decidedOn: '2026-03-10',
    url: 'https://example.org/decree',
    days: ['2026-03-23'],
    kinds: ['additional'],
    holidays: ['New year'],
  }),
  'partnerships.create': () => ({ ...named, one: 'KR', other: 'JP', language: 'en' }),
  'partnerships.change': ({ version }) => ({ ...named, version }),
  'partnerships.archive': ({ version }) => ({ version }),
  'partnerships.unarchive': ({ version }) => ({ version }),
  'directions.create': () => ({ code: 'ZZ', language: 'en', title: { en: 'Direction' } }),
  'directions.reorder': ({ names: { codes } }) => ({ codes: codes?.split(',') }),
  'directions.change': ({ version }) => ({ version, language: 'en', title: { en: 'Direction' } }),
  'directions.archive': ({ version }) => ({ version }),
  'directions.unarchive': ({ version }) => ({ version }),
  'people.appoint-first-admin': () => ({
    side: 'KR',
    name: 'Somebody',
    email: 'first.admin@example.org',
    organisation: 'KOREANMINISTRY',
    title: { en: 'Administrator' },
    language: 'en',
  }),
  'a file, before it is evidence': () => {
    const form = new FormData()
    form.append('file', new File(['Protocol'], 'protocol.txt'))
    return form
  },
  'a password of one’s own': ({ names: { token } }) => ({
    id: undefined,
    token,
    password: 'a long walk by the sea',
    again: 'a long walk by the sea',
  }),
  'the language of the pages': () => ({ language: 'ko', back: '/' }),
}
