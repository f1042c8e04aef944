import { z } from 'zod'
import { Acronym, optional, Rechecked, TypedTexts } from '#lib/core/fields.ts'
import { maxLength } from '#lib/rules/limits.ts'
import { iatiOrganisationTypes, organisationKinds } from '#lib/rules/organisation-kinds.ts'

/** What a person types of an organisation. */
export const typedOrganisation = {
  name: TypedTexts(maxLength.title),
  nameRechecked: Rechecked,
  acronym: optional(Acronym),
  kind: z.enum(organisationKinds),
  iatiType: z.enum(iatiOrganisationTypes),
}
