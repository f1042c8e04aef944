/** The languages of the interface: PRODUCT.md, rule 13. Texts of records may have any other beside them.
 *
 *  What `lib/format` writes is the same string on the server and in every browser: it takes words and signs from its own
 *  tables, since two releases of ICU abbreviate a month or group a number differently and the page would be drawn twice.
 *  The exception, `country.ts`, is for the server alone. */
export const languages = ['en', 'uz', 'ru', 'ko'] as const
export type Language = (typeof languages)[number]
