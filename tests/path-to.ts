import { idOf } from '../prisma/seed/rows.ts'
import type { Answering } from './answering.ts'

/** A record that is there for a name that is known; for every other none. */
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
}
/** The address of a page or door of the real programme. */
export const pathTo = ({ address }: Answering) =>
  address.replaceAll(/\{(\w+)\}/g, (_, name: string) => named[name] ?? `no-${name}`)
