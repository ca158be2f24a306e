import { createHash } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { offersOf } from '../acceptances/store.ts'
import { putPopulation } from '../population/store.ts'
import { sayYes } from '../testing.ts'
import { boundField } from './form.ts'
import type { Certified } from './solving.ts'
import { panelsOf } from './panels-store.ts'
import { entriesOf } from './pool-store.ts'
import { lotteryRoutes } from './routes.tsx'
import {
  openTown,
  database,
  town,
  tellings,
  go,
  fair,
  withLimits,
  limitsOfTown,
  withPanels,
  write,
  writeAgain,
  read,
  at,
  stepOf,
  kindsOf,
  later,
} from './testing-draw.ts'

openTown()

describe('a draw, from its limits to the dice', () => {
  it('goes step by step, each public, and ends with a panel that meets every limit', async () => {
    const of = await withPanels()
    expect(textOf(await go(of, 'arena.lottery'))).toContain('1,000 fair panels are ready')
    await write(of, town.people.chen, '472')
    const second = await writeAgain(of, town.people.gita, '472')
    expect(second).toMatchObject({ kind: 'redirect', done: { text: 'The panel is drawn.' } })
    expect(await stepOf(of)).toBe('drawn')
    const page = textOf(await go(of, 'arena.lottery'))
    expect(page).toContain('Panel 472 was drawn')
    expect(page).toContain('43 people watched')
    const panels = await panelsOf(read(), at(of))
    const drawn = panels?.panels[472] ?? []
    const rows = (await entriesOf(read(), at(of))).filter(({ number }) => drawn.includes(number))
    const count = (value: string | undefined) => rows.filter(({ values }) => values?.includes(value ?? '')).length
    expect(rows).toHaveLength(10)
    expect([5, 6]).toContain(count(of.gender.values[0]?.id))
    expect([3, 4]).toContain(count(of.age.values[0]?.id))
    expect(await kindsOf(of)).toEqual(
      expect.arrayContaining([
        'arena.lottery-limits-set',
        'arena.lottery-list-locked',
        'arena.lottery-panels-published',
        'arena.lottery-number-written',
        'arena.lottery-drawn',
      ]),
    )
  })

  it('tells an applicant her number, her chance and why, and nobody else', async () => {
    const of = await withPanels()
    const [mine] = of.people
    const page = textOf(await go(of, 'arena.lottery', { as: mine as Actor }))
    expect(page).toMatch(/Your number is \d+/)
    expect(page).toMatch(/Your chance is \d+ in 1,000/)
    for (const as of [undefined, town.people.chen, town.people.dora]) {
      const other = textOf(await go(of, 'arena.lottery', as ? { as } : {}))
      expect(other).not.toContain('Your number')
      expect(other).not.toMatch(/Resident \d/)
    }
  })

  it('names nobody who was drawn before she has said yes', async () => {
    const of = await withPanels()
    await write(of, town.people.chen, '007')
    await writeAgain(of, town.people.dora, '007')
    const page = textOf(await go(of, 'arena.lottery'))
    expect(page).toContain('10 have not said yes yet')
    expect(page).not.toMatch(/Resident \d/)
    const drawn = (await panelsOf(read(), at(of)))?.panels[7] ?? []
    const one = (await entriesOf(read(), at(of))).find(({ number }) => number === drawn[0])
    const actor = of.people.find(({ account }) => account === one?.account)
    expect(textOf(await go(of, 'arena.lottery', { as: actor as Actor }))).toContain('You were drawn, Resident')
  })

  it('shows the wall of the hall the code before the dice, and the number after', async () => {
    const of = await withPanels()
    const hash = (await panelsOf(read(), at(of)))?.hash ?? ''
    const before = textOf(await go(of, 'arena.lottery', { query: 'screen' }))
    expect(before).toContain(`${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)}`)
    expect(before).toContain('http-equiv="refresh"')
    await write(of, town.people.chen, '031')
    const between = textOf(await go(of, 'arena.lottery', { query: 'screen' }))
    expect(between).toContain('A second person writes what she saw')
    expect(between).not.toContain('Panel 031')
    await writeAgain(of, town.people.gita, '031')
    const after = textOf(await go(of, 'arena.lottery', { query: 'screen' }))
    expect(after).toContain('Panel 031 was drawn')
    expect(after).not.toContain('fm-screen__names')
    const asked = new Set((await offersOf(read(), of.problem.id)).map(({ account }) => account))
    const yes = of.people.filter(({ account }) => account !== null && asked.has(account)).slice(0, 2)
    await sayYes(database.at(later(of.closedAt, 200)), of.problem.slug, yes)
    const named = textOf(await go(of, 'arena.lottery', { query: 'screen' }))
    const names = named.match(/<ul class="fm-screen__names">(.*?)<\/ul>/)?.[1]
    for (const { name } of yes) expect(names).toContain(`<li>${name}</li>`)
  })
})

describe('what is published', () => {
  it('has the hashes the page reads aloud, and nothing of a person', async () => {
    const of = await withPanels()
    const panels = textOf(await go(of, 'arena.lottery-panels'))
    const list = textOf(await go(of, 'arena.lottery-list'))
    const made = await panelsOf(read(), at(of))
    const sha = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(sha(panels)).toBe(made?.hash)
    const data = JSON.parse(textOf(await go(of, 'arena.lottery-data')))
    expect(sha(list)).toBe(data.list.hash)
    expect(data.panels.file).toBe(panels)
    expect(panels.split('\n')).toHaveLength(1002)
    const secrets = (await entriesOf(read(), at(of))).flatMap(({ account, salt, application }) => [
      account,
      application,
      salt?.toString('hex'),
    ])
    for (const file of [panels, list, JSON.stringify(data), textOf(await go(of, 'arena.lottery'))]) {
      expect(secrets.filter((secret) => file.includes(secret ?? 'never'))).toEqual([])
    }
  })

  it('gives everybody a share within one in 1,000 of her chance', async () => {
    const of = await withPanels()
    const made = await panelsOf(read(), at(of))
    const { chances } = (made?.certificate ?? { chances: [] }) as Pick<Certified, 'chances'>
    expect(chances).toHaveLength(24)
    for (const [number, chance] of chances) {
      const times = made?.panels.filter((panel) => panel.includes(number)).length ?? 0
      expect(Math.abs(times - 1000 * chance)).toBeLessThan(1)
    }
  })

  it('says how many applied only when the list is locked, and no number below five', async () => {
    const few = tellings.map((telling, one) => ({ ...telling, gender: one < 3 ? 0 : 1 }))
    const of = await withLimits(
      [
        [4, 6],
        [4, 6],
        [3, 4],
        [6, 7],
      ],
      few,
    )
    expect(textOf(await go(of, 'arena.lottery'))).not.toContain('Applied')
    await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
    const page = textOf(await go(of, 'arena.lottery'))
    expect(page).toContain('fewer than 5')
    expect(page).not.toContain('>21<')
  })

  it('lets the clerk alone read the rows, and keeps them out of every cache', async () => {
    const of = await withPanels()
    expect(
      lotteryRoutes.find(({ at: address }) => address === 'arena.lottery-rows')?.allowed.allows(town.people.dora),
    ).toBe(false)
    const rows = await go(of, 'arena.lottery-rows', { as: town.people.chen })
    expect(rows).toMatchObject({ kind: 'file', isPrivate: true })
    expect(JSON.parse(textOf(rows)).rows).toHaveLength(24)
  })
})

describe('who may', () => {
  it('is who leads the case, its clerk and its facilitator', async () => {
    const of = await withLimits()
    for (const as of [town.people.emil, town.people.freja]) {
      expect(textOf(await go(of, 'arena.lock-lottery-list', { as }))).toContain('Only those who lead the case')
      expect(textOf(await go(of, 'arena.lottery-limits', { as }))).toContain('Only those who lead the case')
    }
    expect(textOf(await go(of, 'arena.lottery-limits', { as: town.people.dora }))).toContain('Under 30')
  })

  it('gets limits filled in from the shares of the people, and what they follow is public', async () => {
    const of = await withLimits()
    const { chen } = town.people
    const [young, old] = of.age.values
    const population = await database.transact(town.place.id, null, (tx) =>
      putPopulation(tx, {
        name: 'Residents',
        source: 'The registry',
        asOf: '1 January 2026',
        fileName: 'residents.csv',
        sha256: 'a'.repeat(64),
        importedBy: chen.account as never,
        features: [of.age.id],
        cells: [
          { values: [young?.id as never], people: 250 },
          { values: [old?.id as never], people: 750 },
        ],
      }),
    )
    const page = textOf(await go(of, 'arena.lottery-limits', { as: chen, query: `population=${population}` }))
    const shown = (bound: 'min' | 'max') =>
      new RegExp(`name="${boundField(of.age.id, young?.id ?? '', bound)}" value="(\\d+)"`).exec(page)?.[1]
    expect([shown('min'), shown('max')]).toEqual(['2', '3'])
    await go(of, 'arena.set-lottery-limits', { as: chen, typed: { ...(await limitsOfTown(of, fair)), population } })
    expect(textOf(await go(of, 'arena.lottery'))).toContain('They follow Residents, 1 January 2026.')
  })

  it('keeps what was typed, and says at the numbers what is wrong', async () => {
    const of = await withLimits()
    const wrong = await limitsOfTown(of, [
      [6, 6],
      [6, 6],
      [3, 4],
      [6, 7],
    ])
    const page = await go(of, 'arena.set-lottery-limits', { as: town.people.chen, typed: wrong })
    expect(page).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(page)).toContain('Gender: at least 12 are asked for in all, and there are 10 seats')
  })
})
