import type { Actor } from '@folkmoot/basics/actor.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { foundGroup, type TestGroup } from '../stages/arena/testing.ts'
import { callMeeting } from '../stages/meeting/commands.ts'
import { openConsultation, writeStatement } from '../stages/opinion/commands.ts'
import { countVotes, mapsPoll } from '../stages/opinion/index.ts'
import { statements as texts, voteAll } from '../stages/opinion/map/testing.ts'
import type { Shows } from '../stages/opinion/rules.ts'
import { closeVoting, residents } from '../stages/opinion/testing.ts'
import { castVote } from '../stages/opinion/vote-commands.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openKeptPages } from './kept-pages.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/**
 * Nobody sees results before five votes or the close, as was chosen: in two worlds that differ in nothing but what people
 * answered, every way reads the same to the letter for whoever may not see them.
 */

const statements = '/problems/:slug/statements'
const ways = [
  statements,
  `${statements}/1`,
  `${statements}/11`,
  `${statements}/results`,
  `${statements}/map`,
  `${statements}/map.json`,
  `${statements}/positions`,
  `${statements}/data`,
  `${statements}/summary.csv`,
  `${statements}/comments.csv`,
  `${statements}/comment-groups.csv`,
  `${statements}/mine`,
  '/problems/:slug',
  '/problems/:slug/take-up',
  '/problems/:slug/record',
  '/problems/:slug/bench',
  '/problems/:slug/meetings/1/brief',
  '/search?q=crossing',
  '/feed.atom',
  '/desk',
  '/bench',
  '/me',
  '/moderation',
] as const

/** Where results stand for whoever may see them while people vote: else this test could not fail. */
const shownAfterFive: readonly string[] = [
  `${statements}/1`,
  `${statements}/results`,
  `${statements}/map`,
  `${statements}/map.json`,
  '/problems/:slug/take-up',
]

const readers = ['visitor', 'voter of four', 'voter of five', 'chair', 'clerk'] as const
type ReaderName = (typeof readers)[number]

type Playing = {
  readonly house: TestHouse
  readonly town: Town
  readonly group: TestGroup
  readonly who: Readonly<Record<ReaderName, Actor | null>>
}

async function play(shows: Shows): Promise<Playing> {
  const house = await openTestHouse()
  const { database } = house
  const town = await foundTown(database)
  await giveRule(database, town)
  const group = await foundGroup(database, town, { chair: 'dora' })
  const { slug } = group
  const { timeZone } = town.place
  const day = Temporal.Now.plainDateISO(timeZone)
  const chair = group.member('dora')
  kept(await openConsultation(database, chair, { slug, until: day.add({ days: 20 }), timeZone, shows, decided: '' }))
  for (const text of texts) kept(await writeStatement(database, town.people.alice, { slug, text, language: 'en' }))
  const [four, five, ...rest] = await residents(database, town, 42)
  if (!four || !five) throw new Error('nobody lives here')
  await voteAll(database, slug, rest)
  for (const [voter, votes] of [
    [four, 4],
    [five, 5],
  ] as const)
    for (let number = 1; number <= votes; number += 1)
      kept(await castVote(database, voter, { slug, number, choice: 'agree' }))
  const meeting = {
    slug,
    title: 'The first evening',
    day: day.add({ days: 3 }),
    starts: Temporal.PlainTime.from('17:00'),
    ends: Temporal.PlainTime.from('19:00'),
    place: 'The library',
    access: 'A lift.',
    documents: '',
    isOpen: true,
    closedGround: '',
    timeZone,
  }
  kept(await callMeeting(database, chair, meeting))
  await drawn({ house, town })
  const who = { visitor: null, 'voter of four': four, 'voter of five': five, chair, clerk: town.people.chen }
  return { house, town, group, who }
}

async function drawn({ house, town }: Pick<Playing, 'house' | 'town'>): Promise<void> {
  await countVotes(house.database, town.place.id)
  await mapsPoll(house.database, town.place.id)
}

function kept(result: { readonly ok: true } | { readonly ok: false; readonly refusal: string }): void {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`)
}

/** The other world: whoever agreed disagrees, in the votes of everybody but these readers, in what was counted and in what was drawn. */
async function turnOver({ house, who }: Playing): Promise<void> {
  for (const table of ['vote', 'tally', 'member_tally', 'map'])
    await house.asOwner(`alter table opinion.${table} disable trigger user`)
  const own = [who['voter of four']?.account, who['voter of five']?.account]
  await house.asOwner(
    `update opinion.vote set choice = case choice when 'agree' then 'disagree' when 'disagree' then 'agree' else choice end
      where participant_id not in (select id from opinion.participant where account_id = any($1))`,
    [own],
  )
  for (const table of ['tally', 'member_tally'])
    await house.asOwner(`update opinion.${table} set agree = disagree, disagree = agree`)
  await house.asOwner(
    `update opinion.map set published =
      replace(replace(replace(published, '"agree"', '"turned"'), '"disagree"', '"agree"'), '"turned"', '"disagree"')`,
  )
}

type Read = Readonly<Record<ReaderName, ReadonlyMap<string, string>>>

async function readAll({ house, town, group, who }: Playing): Promise<Read> {
  Object.assign(house.house, { pages: openKeptPages() })
  const all: [ReaderName, ReadonlyMap<string, string>][] = []
  for (const name of readers) {
    const browser = await house.browser(town.place, who[name]?.account ?? null)
    const read = new Map<string, string>()
    for (const way of ways) {
      const { status, html } = await browser.get(way.replace(':slug', group.slug))
      read.set(way, `${status} ${html.replaceAll(browser.token, 'token')}`)
    }
    all.push([name, read])
  }
  return Object.fromEntries(all) as Read // one entry per reader
}

function differing(name: ReaderName, [one, other]: readonly [Read, Read]): readonly string[] {
  return ways.filter((way) => one[name].get(way) !== other[name].get(way))
}

describe.each<Shows>(['after-five', 'after-close'])('abuse 24: results %s', (shows) => {
  let at: Playing
  let worlds: readonly [Read, Read]

  beforeAll(async () => {
    at = await play(shows)
    const noon = Temporal.Now.instant()
    at.house.setClock(noon)
    const before = await readAll(at)
    await turnOver(at)
    worlds = [before, await readAll(at)]
    at.house.setClock(null)
  }, 120_000)
  afterAll(() => at.house.close())

  it.each(readers.filter((name) => name !== 'voter of five' || shows === 'after-close'))(
    'are nowhere for the %s while people vote',
    (name) => {
      expect(differing(name, worlds)).toEqual([])
    },
  )

  it.runIf(shows === 'after-five')('are there for the voter of five', () => {
    expect(differing('voter of five', worlds)).toEqual(expect.arrayContaining([...shownAfterFive]))
  })

  it('are there for everybody after the close', async () => {
    const { house, group } = at
    await closeVoting(house.database, group.member('dora').jurisdiction, group.slug)
    await drawn(at)
    house.setClock(Temporal.Now.instant())
    const closed = await readAll(at)
    await turnOver(at)
    const other = await readAll(at)
    house.setClock(null)
    for (const way of ways) expect(readers.some((name) => closed[name].get(way)?.startsWith('200'))).toBe(true)
    for (const name of readers)
      expect(differing(name, [closed, other])).toEqual(
        expect.arrayContaining([...shownAfterFive, `${statements}/positions`, `${statements}/comments.csv`]),
      )
  })
})
