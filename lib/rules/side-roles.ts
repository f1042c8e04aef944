/** The roles that the admin of a side gives to its posts; each a word in the messages, `people.role.<role>`. */
export const sideRoles = ['official', 'staff', 'observer', 'inside_observer', 'side_admin'] as const
