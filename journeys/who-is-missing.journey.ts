import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { gasworks } from '../app/demo/lindhavn/cases/gasworks.ts'
import { lindhavner, openLindhavn, pathOf, type LindhavnHouse } from './lindhavn.ts'
import type { Way } from './person.ts'

/**
 * Else, the clerk, brings in a newer table and compares the gasworks with it. Ragna, who leads the case, sees who is missing among
 * those who asked for a seat, and says in public whom the group still looks for. Kaya, on her phone, tells how old she is and reads it.
 */

const at = pathOf(gasworks)
const table = `Gender;Age;Year;People
Women;Under 30;2026;9.200
Women;30 to 64;2026;16.700
Women;65 or older;2026;8.300
Men;Under 30;2026;9.600
Men;30 to 64;2026;16.400
Men;65 or older;2026;7.100
Total;Under 30;2025;18.700
`

describe.each<Way>(['with JavaScript', 'without JavaScript'])('who is missing, %s', (way) => {
  let house: LindhavnHouse
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-table-'))

  beforeAll(async () => {
    house = await openLindhavn([gasworks])
    writeFileSync(join(folder, 'town.csv'), table)
  })

  afterAll(async () => {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is seen from a table the clerk brought in, and said where one asks for a seat', async () => {
    const [clerk, ragna] = [await lindhavner(house, 'clerk', way), await lindhavner(house, 'ragna', way)]
    const kaya = await lindhavner(house, 'kaya', way)
    await kaya.page.setViewportSize({ width: 360, height: 740 })

    await clerk.goTo('/populations')
    await clerk.page.setInputFiles('[name=table]', join(folder, 'town.csv'))
    await clerk.send('Look at this file')
    await clerk.send('Go on to the answers')
    await clerk.send('Bring in this table', {
      'chosen-c2': /2026/,
      'v0-2': /Leave these rows out/,
      name: 'Lindhavn, newer',
      source: 'The statistics office',
      asOf: '1 October 2026',
    })
    await clerk.sees('67,300 people')
    await clerk.goTo(`${at}/people/representation`)
    await clerk.send('Compare with this table', { population: /Lindhavn, newer/ })
    await clerk.sees('Those who asked for a seat')

    await ragna.goTo(`${at}/people/representation`)
    // So few asked that their sums would be said of single people, also to who chooses.
    await ragna.sees(/Fewer than five who asked for a seat have told|more would say it of single people/)
    await ragna.follow('Look for them')
    await ragna.send('Say whom we look for', {
      whom: 'Young people who know the evenings at the harbour',
      wanted: '2',
    })
    await ragna.sees('It is said in public')

    await kaya.goTo('/me')
    await kaya.send('Save what I tell', {}, [/Under 30/])
    await kaya.sees('What you told about yourself is saved')
    await kaya.goTo(`${at}/people`)
    await kaya.follow(/Young people who know the evenings/)
    await kaya.sees('Ask for a seat until')
    await kaya.goTo(`${at}/missing`)
    await kaya.sees('Those who vote on statements')
    await Promise.all([clerk.leave(), ragna.leave(), kaya.leave()])
  })
})
