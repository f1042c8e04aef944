/** What kinds of organisations there are; each a word in the messages, `organisations.kind.<kind>`. */
export const organisationKinds = [
  'ministry',
  'agency',
  'government',
  'local_government',
  'state_company',
  'company',
  'joint_venture',
  'consortium',
  'bank',
  'fund',
  'multilateral',
  'university',
  'research',
  'association',
  'cluster',
  'consultant',
] as const

/** IATI's code list OrganisationType, version 2.03 of the standard:
 *  https://iatistandard.org/en/iati-standard/203/codelists/organisationtype/ */
export const iatiOrganisationTypes = [
  '10',
  '11',
  '15',
  '21',
  '22',
  '23',
  '24',
  '30',
  '40',
  '60',
  '70',
  '71',
  '72',
  '73',
  '80',
  '90',
] as const
