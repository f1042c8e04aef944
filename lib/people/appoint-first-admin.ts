import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { hashOfLink, tokenOfLink } from '#lib/access/one-time-link.ts'
import { adminOf } from '#lib/access/roles.ts'
import type { Tx } from '#lib/core/transaction.ts'
import {
  Code,
  Email,
  LanguageCode,
  Name,
  NewId,
  optional,
  OptionalTexts,
  TypedTexts,
} from '#lib/core/fields.ts'
import { typedTexts } from '#lib/core/typed-texts.ts'
import { CountryCode } from '#lib/countries/fields.ts'
import { addGovernmentBody } from '#lib/organisations/add.ts'
import { partnershipToChange } from '#lib/partnerships/seen-to-change.ts'
import { command } from '#lib/runner/command.ts'
import { done, type Outcome, refused } from '#lib/runner/outcome.ts'
import { noAuthentic } from '#lib/runner/no-authentic.ts'
import { type GovernmentKind, governmentKinds } from '#lib/rules/government-kinds.ts'
import { maxLength } from '#lib/rules/limits.ts'
import { emailTaken } from './create.ts'

const wrong = (field: string, message: string) =>
  refused('invalid', 'problem.invalid', { fields: { [field]: message } })

/** Names the first admin of a side that has none: a person, his post in an organisation of that country, which may be a new
 *  one. From then on the side looks after itself. What the sender gets, once, is the link with which that person chooses a
 *  password. */
export const appointFirstAdmin = command({
  name: 'people.appoint-first-admin',
  input: z.strictObject({
    id: NewId,
    partnership: Code,
    side: CountryCode,
    name: Name,
    email: Email,
    /** The code of one that is there; empty: the one that is named below is new. */
    organisation: optional(Code),
    body: OptionalTexts(maxLength.title),
    acronym: optional(z.string().regex(/^[A-Z0-9]{2,20}$/, { error: 'problem.no-acronym' })),
    kind: z.enum(governmentKinds).default('ministry'),
    /** Of the post. */
    title: TypedTexts(maxLength.title),
    /** In which the texts are authentic. */
    language: LanguageCode,
  }),
  about: async ({ tx, input }) => {
    const partnership = await partnershipToChange(tx, input.partnership)
    const side = partnership?.sides.find(({ country }) => country === input.side)
    return partnership && side && { ...side, partnership: partnership.code }
  },
  allow: adminOf,
  async run({ tx, record: side, input }) {
    const title = typedTexts(null, input.title, { rechecked: [], language: input.language })
    if (!title) return noAuthentic({ title })
    const organisation = await organisationFor(tx, side.countryId, input)
    if (!organisation.ok) return organisation
    const [made] = await tx.$queryRaw<{ answer: string }[]>`
      select appoint_first_admin(${side.id}::uuid, ${newId()}::uuid, ${input.name}, ${input.email},
        ${organisation.value}::uuid, ${newId()}::uuid, ${title}::jsonb, ${input.id}::uuid,
        ${hashOfLink(input.id)}) as answer`
    if (made?.answer === 'has-admin') return refused('conflict', 'people.appoint-first-admin.has-admin')
    if (made?.answer === 'address-taken') return emailTaken
    if (made?.answer === 'not-here') return wrong('organisation', 'problem.no-such-organisation')
    return done(made?.answer)
  },
  async answer({ tx, input }) {
    const [link] = await tx.$queryRaw<{ issued: boolean }[]>`
      select link_issued(${input.id}::uuid) as issued`
    return {
      partnership: input.partnership,
      side: input.side,
      id: input.id,
      /** Null: the country's registry knew the person by this address, and he signs in as before. */
      link: link?.issued ? `/sign-in/${tokenOfLink(input.id)}` : null,
    }
  },
  next: ({ partnership, id, link }) =>
    `/admin/partnerships/${partnership}?done=people.appoint-first-admin${link === null ? '' : `&link=${id}`}#sides`,
})

type Named = {
  side: string
  organisation?: string | undefined
  body?: Record<string, string> | undefined
  acronym?: string | undefined
  kind: GovernmentKind
  language: string
}

/** The id of the organisation that is there, or of the new one. */
async function organisationFor(tx: Tx, country: string, named: Named): Promise<Outcome<string>> {
  if (named.organisation !== undefined) {
    const [found] = await tx.$queryRaw<{ id: string }[]>`
      select id::text from organisations where code = ${named.organisation} and archived_at is null
        and ${country}::uuid in (country_id, joint_country_id)`
    return found ? done(found.id) : wrong('organisation', 'problem.no-such-organisation')
  }
  if (named.body === undefined) return wrong('body', 'problem.missing')
  if (named.acronym === undefined) return wrong('acronym', 'problem.missing')
  const name = typedTexts(null, named.body, { rechecked: [], language: named.language })
  if (!name) return noAuthentic({ body: name })
  const id = newId()
  const code = `${named.side}-${named.acronym}`
  const { kind, acronym } = named
  return (await addGovernmentBody(tx, { id, code, country, kind, name, acronym }))
    ? done(id)
    : wrong('acronym', 'problem.code-there')
}
