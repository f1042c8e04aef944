import { idOf } from '../prisma/seed/rows.ts'
import type { Answering } from './answering.ts'

const nothing = '00000000-0000-4000-8000-000000000000'
/** Of what has an address of its own a record that is there; of the rest none. */
const named: Record<string, string> = {
  partnership: 'UZ-KR',
  direction: 'SC',
  initiative: 'UZ-KR-SC-01',
  milestone: 'UZ-KR-SC-01-04',
  agreement: 'UZ-KR-AGR-01',
  meeting: 'UZ-KR-MTG-01',
  organisation: 'UZ-MIIT',
  source: 'UZ-KR-SRC-001',
  country: 'UZ',
  person: idOf('person', 'official.uz-tmk@example.org'),
  post: idOf('post', 'official.uz-tmk@example.org'),
  nextauth: 'session',
  evidence: nothing,
  change: nothing,
  grant: nothing,
  report: nothing,
  token: 'never-was',
  missing: 'nowhere/at/all',
}

/** The address of a page or door of the real programme. */
export const pathTo = ({ address }: Answering) =>
  address.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = named[name]
    if (value === undefined) throw new Error(`no value is known for {${name}} of ${address}`)
    return value
  })
