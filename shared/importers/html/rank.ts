/**
 * How far each place of a page is believed, the lowest first. Names of one kind of `<meta>` add their place in their
 * list, which has fewer than 100 names.
 */
export const RANK = {
  meta: 0,
  jsonLd: 100,
  microdata: 200,
  page: 300,
  metaOfSite: 400,
  jsonLdPage: 500,
  saved: 600,
} as const
