import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../platform/db/index.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { handOver, setDates } from '../stages/decision/commands.ts'
import { readyCase } from '../stages/decision/testing.ts'
import { addIdea } from '../stages/draft/ideas/commands.ts'
import { retellRecommendation } from '../stages/draft/index.ts'
import { putInto } from '../stages/problem/handovers/testing.ts'
import { day } from './days.ts'
import { cookieOf, openHouse, type OpenedHouse, type StoryHouse } from './house.ts'
import { visitor, type Person, type Way } from './person.ts'

/** What the town cannot decide goes to Parliament, is answered there, and a resident of the town reads the answer under her words. */

type Two = { readonly town: Town; readonly nation: Town }

const phone = { width: 360, height: 740 } as const

describe.each<Way>(['with JavaScript', 'without JavaScript'])('what needs another body, %s', (way) => {
  describe('one after the other', { shuffle: false }, () => tellOf(way))
})

function tellOf(way: Way): void {
  let house: OpenedHouse<Two>
  let path = ''
  const people = {} as Record<'dora' | 'chen' | 'aisha' | 'emil', Person>

  beforeAll(async () => {
    house = await openHouse(foundTwo, { isDemo: false })
    path = `/problems/${await handedOver(house)}`
    for (const who of ['dora', 'chen', 'aisha'] as const) people[who] = await signedIn('town', who)
    people.emil = await signedIn('nation', 'emil')
    await people.emil.page.setViewportSize(phone)
  }, 60_000)
  afterAll(() => house.close())

  async function signedIn(place: keyof Two, who: Townsperson): Promise<Person> {
    const { people: all, place: where } = house.town[place]
    const { account } = all[who]
    if (!account) throw new Error(`${who} has no account`)
    const seen: StoryHouse = { ...house, town: house.town[place] }
    const person = await visitor(seen, `${who} of ${where.name}`, way)
    await person.page
      .context()
      .addCookies([{ ...(await cookieOf(house.database, where, account)), url: house.running.origin }])
    return person
  }

  it('the councillor passes it on to Parliament; it is sent when the council has voted for it', async () => {
    const { dora, chen, emil } = people
    await dora.goTo(`${path}/answer/3/edit`)
    await dora.send(/^Sign and publish/, {
      kind: 'refer',
      reason: 'A fee needs a law, and laws are made in Parliament.',
      referBody: /Estrand/,
      referBy: day(60),
    })
    await dora.goTo(`${path}/answer/3`)
    await dora.sees(/It is passed on to Town council \(Estrand\) when the body has voted for it/)
    await chen.goTo(`${path}/answer/vote`)
    await chen.send('Save this as a draft', {
      about: /A flood fund/,
      motion: 'To ask Parliament.',
      decidedOn: day(0),
      reference: 'Case 12, item 4',
      votesFor: '2',
      votesAgainst: '1',
      abstentions: '0',
      isCarried: 'yes',
    })
    await emil.goTo('/desk')
    expect(await emil.page.locator('main').innerText()).not.toContain('Answer Town council (Lindhavn)')
    await dora.goTo('/desk')
    await dora.follow('Read and confirm')
    await dora.send('Confirm this record')
    await seesInTime(dora, `${path}/answer/3`, /It waits with Town council \(Estrand\)/)
  })

  it('a politician there finds it on her desk, on a telephone, and cannot answer without a reason', async () => {
    const { emil } = people
    await seesInTime(emil, '/owed', /Answer Town council \(Lindhavn\): A flood fund/)
    await emil.goTo('/desk')
    await emil.follow('Read and answer')
    await emil.sees('A fee needs a law, and laws are made in Parliament.')
    const form = emil.page
      .locator('form')
      .filter({ has: emil.page.getByRole('button', { name: /^Sign and send back/ }) })
    await form.getByLabel(/^Accept with changes/).check()
    await form.locator('[name="amendedText"]').fill('A fee above 200 square metres goes into a fund.')
    await form.getByRole('button', { name: /^Sign and send back/ }).click()
    await emil.sees('Write your reason')
    expect(await form.locator('[name="amendedText"]').inputValue()).toBe(
      'A fee above 200 square metres goes into a fund.',
    )
    await emil.send(/^Sign and send back/, { reason: 'It must be lawful in every town.' })
    await emil.sees('Accepted with changes')
    expect(await form.count()).toBe(0)
  })

  it('the resident whose words it answers is told, and reads it under the answer of her council', async () => {
    const { aisha, dora } = people
    await seesInTime(aisha, `${path}/answer/3`, /The answer has come back and stands below/)
    await aisha.sees('It must be lawful in every town.')
    await aisha.sees(/Emil on /)
    await aisha.follow('Read it at Town council (Estrand)')
    await aisha.sees('above 200 square metres')
    expect(await house.mailTo('aisha@example.org', /accepts recommendation 3 in other words/)).toContain('Estrand')
    await dora.goTo('/owed')
    expect(await dora.page.locator('main').innerText()).not.toContain('Estrand')
  })
}

async function foundTwo(database: Database): Promise<Two> {
  const union = await foundTown(database, 'union')
  const nation = await putInto(database, await foundTown(database, 'estrand'), union.place.id, {
    name: 'Estrand',
    level: 'nation',
  })
  const town = await putInto(database, await foundTown(database, 'lindhavn'), nation.place.id, { name: 'Lindhavn' })
  return { town, nation }
}

/** Three recommendations before the council, the third made of what aisha wrote. */
async function handedOver({ database, town: { town } }: OpenedHouse<Two>): Promise<string> {
  const at = await readyCase(database, town)
  const { slug } = at
  const words = { slug, title: 'A fund for us', text: 'For valves and pumps.', place: '', language: 'en' } as const
  const idea = await addIdea(database, town.people.aisha, { ...words, kind: 'idea' })
  if (!idea.ok) throw new Error(idea.refusal)
  const text = 'A fee on newly sealed ground goes into a fund.'
  await database.transact(town.place.id, null, (tx) =>
    retellRecommendation(tx, {
      problem: at.problem,
      title: 'A flood fund',
      text,
      clauses: [{ text, cites: [{ kind: 'idea', id: idea.value.id }] }],
      agreement: null,
      minorityText: '',
      day: null,
      source: 'https://example.org',
    }),
  )
  const date = (days: number): Temporal.PlainDate => Temporal.PlainDate.from(day(days))
  for (const act of [
    () => handOver(database, at.chair, { slug, place: town.place, language: 'en' }),
    () => setDates(database, town.people.chen, { slug, meetingOn: date(10), returnOn: date(200) }),
  ]) {
    const done = await act()
    if (!done.ok) throw new Error(done.refusal)
  }
  return slug
}

/** Opens the page again until the worker has carried what it waits for. */
async function seesInTime(person: Person, path: string, text: RegExp): Promise<void> {
  const until = Date.now() + 60_000
  for (;;) {
    await person.goTo(path)
    if (text.test(await person.page.locator('main').innerText()) || Date.now() > until) break
    await new Promise((later) => setTimeout(later, 1_000))
  }
  await person.sees(text)
}
