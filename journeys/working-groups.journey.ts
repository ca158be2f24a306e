import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { school } from '../app/demo/lindhavn/cases/school.ts'
import { recommendationsOf } from '../stages/draft/index.ts'
import { problemBySlug } from '../stages/problem/index.ts'
import { lindhavner, openLindhavn, pathOf, type LindhavnHouse } from './lindhavn.ts'
import type { Way } from './person.ts'

/**
 * Amira has no seat. On her phone she joins a working group of the way to school and writes what she saw, in its name. Mina, who
 * sits at the table, names it in a clause. Amira finds her words in the proposal, from the working group and from her own page.
 */

const at = pathOf(school)
const title = 'The ramp at the library is too steep'

describe.each<Way>(['with JavaScript', 'without JavaScript'])('a working group, %s', (way) => {
  let house: LindhavnHouse

  beforeAll(async () => {
    house = await openLindhavn([school])
  })

  afterAll(() => house.close())

  it('is joined on a phone, and what is given in it is found in a proposal (R15)', async () => {
    const [amira, mina] = [await lindhavner(house, 'amira', way), await lindhavner(house, 'mina', way)]
    await amira.page.setViewportSize({ width: 360, height: 740 })

    await amira.goTo(`${at}/people`)
    await amira.sees(/fewer than 5 people|\d+ people in 1 working group/)
    await amira.follow('Working groups')
    await amira.follow(/Which crossings/)
    await amira.send('Join this working group', {}, [/Show my name/])
    await amira.sees('You take part in this working group')
    await amira.sees('Amira Haddad')

    await amira.follow('Write an experience or idea for it')
    await amira.send('Add mine', {
      kind: 'experience',
      title,
      text: 'My son rides a wheelchair. He cannot stop on the ramp before the road begins.',
      place: 'Library, Quay Street',
      group: '1',
    })
    await amira.sees(/Which crossings/)

    await mina.goTo(`${at}/draft/clauses/${await aClause(house)}?words=ramp`)
    await mina.send('It comes from these', {}, [new RegExp(title)])

    await amira.goTo(`${at}/people/groups/1`)
    await amira.sees(title)
    const given = amira.page
      .locator('li')
      .filter({ has: amira.page.getByRole('link', { name: title }) })
      .first()
    expect(await given.innerText()).toContain('Light the crossings')
    await amira.goTo('/me')
    await amira.sees(title)
    await amira.goTo(`${at}/people/rings`)
    const ring = amira.page
      .locator('section')
      .filter({ has: amira.page.locator('#groups') })
      .first()
    expect(await ring.innerText()).toContain(title)
    expect(await ring.innerText()).toContain('Light the crossings')
    await Promise.all([amira.leave(), mina.leave()])
  })
})

/** The clause on lit crossings. */
async function aClause({ database, town }: LindhavnHouse): Promise<string> {
  const read = database.read(town.place.id)
  const problem = await problemBySlug(read, at.slice('/problems/'.length))
  const all = problem ? await recommendationsOf(read, problem.id) : []
  const lit = all.find(({ title: one }) => one === 'Light the crossings')?.clauses[0]
  if (!lit) throw new Error('the crossings are lit in the draft')
  return lit.id
}
