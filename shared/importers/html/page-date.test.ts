import { expect, test } from 'vitest'
import { pageDate } from './page-date'

test.each([
  ['2022-03-05-10:30:00', '2022-03-05T10:30:00'],
  ['20220305', '2022-03-05'],
  ['2022-03-05T10:30:00.000+0800', '2022-03-05T10:30:00+08:00'],
  ['2022年03月05日 星期六 10:30', '2022-03-05T10:30'],
  ['March 5, 2022', '2022-03-05'],
  ['Sept. 5, 2022 at 6:05 p.m.', '2022-09-05T18:05'],
  ['12 January 2022, 12:15 am', '2022-01-12T00:15'],
  ['Sat, 05 Mar 2022 10:30:00 GMT', '2022-03-05T10:30:00Z'],
  ['Sat Mar 05 10:30:00 CST 2022', '2022-03-05T10:30:00'],
  ['March 1899', '1899-03'],
  ['31 April 2022', undefined],
  ['yesterday', undefined],
  ['1646447400', undefined],
])('"%s" in the markup of a page is %s', (written, iso) => {
  expect(pageDate(written)).toBe(iso)
})
