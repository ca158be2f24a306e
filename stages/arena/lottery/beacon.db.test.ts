import { beaconKeys, beacons, timeOfRound } from '@folkmoot/sortition/beacons.ts'
import { numberOfBeacon } from '@folkmoot/sortition/picked-number.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { announced, locked, noon, other, past, randomness, reads, readsAgain } from './testing-beacon.ts'
import {
  at,
  database,
  go,
  kindsOf,
  later,
  openTown,
  read,
  stepOf,
  town,
  withPanels,
  work,
  write,
  writeAgain,
} from './testing-draw.ts'
import { round1, round1000 } from './testing-rounds.ts'

openTown()

describe('a number from a public beacon', () => {
  it('is announced before the panels, read by two, and gives the panel step by step', async () => {
    const of = await locked()
    const said = await go(of, 'arena.announce-lottery-beacon', { as: town.people.chen, typed: noon })
    expect(said).toMatchObject({ kind: 'redirect', done: { text: 'The beacon is announced.' } })
    expect(textOf(await go(of, 'arena.lottery'))).toContain(
      'The number comes from the pulse of 2026-11-23 11:00 UTC of NIST',
    )
    await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
    await work(of)
    expect(textOf(await go(of, 'arena.lottery'))).toContain('A public beacon decides which')
    await reads(of, randomness.toUpperCase())
    expect(await stepOf(of)).toBe('panels')
    expect(textOf(await go(of, 'arena.lottery', { as: town.people.gita, at: past(of) }))).not.toContain(randomness)
    const again = await readsAgain(of, randomness)
    expect(again).toMatchObject({ kind: 'redirect', done: { text: 'The panel is drawn.' } })
    expect(await stepOf(of)).toBe('drawn')
    const page = textOf(await go(of, 'arena.lottery', { at: past(of) }))
    expect(page).toContain('Panel 472 was drawn')
    expect(page).toContain('Read as a hexadecimal number they are 472.')
    expect(page).toContain(randomness)
    expect(await kindsOf(of)).toEqual(
      expect.arrayContaining([
        'arena.lottery-beacon-announced',
        'arena.lottery-reading-written',
        'arena.lottery-drawn',
      ]),
    )
    expect(textOf(await go(of, 'arena.lottery', { at: past(of), query: 'screen' }))).toContain('Panel 472 was drawn')
  })

  it('is not announced for a time that is near, once the panels are made, or beside another', async () => {
    const of = await locked()
    const soon = { ...noon, 'from-time': '10:05' }
    const near = await go(of, 'arena.announce-lottery-beacon', { as: town.people.chen, typed: soon })
    expect(textOf(near)).toContain('at least 10 minutes from now')
    await go(of, 'arena.announce-lottery-beacon', { as: town.people.chen, typed: noon })
    const twice = await go(of, 'arena.announce-lottery-beacon', { as: town.people.gita, typed: noon })
    expect(textOf(twice)).toContain('It stands until its time')
    const late = await withPanels()
    const after = await go(late, 'arena.announce-lottery-beacon', { as: town.people.chen, typed: noon })
    expect(textOf(after)).toContain('The panels are made')
  })

  it('stays secret until the second has written it; other letters do not count, though the panel is the same', async () => {
    const of = await announced()
    await reads(of, randomness)
    const facts = await entries(read(), { problem: of.problem.id, limit: 500 })
    expect(JSON.stringify(facts.map((fact) => fact.public))).not.toContain(randomness)
    const second = await readsAgain(of, other)
    expect(second).toMatchObject({ done: { text: expect.stringContaining('Neither counts') } })
    expect(await stepOf(of)).toBe('panels')
    const page = textOf(await go(of, 'arena.lottery', { at: past(of) }))
    expect(page).toContain(randomness)
    expect(page).toContain(other)
    await reads(of, other)
    await readsAgain(of, other)
    expect(await stepOf(of)).toBe('drawn')
  })

  it('is read after its time, whole, and with its own signature', async () => {
    const of = await announced('drand-default')
    const short = randomness.slice(0, 64)
    expect(textOf(await reads(of, short, { when: later(of.closedAt, 119) }))).toContain('not published yet')
    expect(textOf(await reads(of, short.slice(1)))).toContain('Copy the whole value')
    expect(textOf(await reads(of, short, { signature: 'abcd' }))).toContain('does not belong to the value above')
    expect(textOf(await reads(of, 'f'.repeat(64)))).toContain('Copy the whole value')
    await reads(of, round1.randomness, { signature: round1.signature })
    expect(textOf(await go(of, 'arena.lottery', { as: town.people.chen, at: past(of) }))).toContain(
      'You have written down what the beacon gave',
    )
  })

  it('is not taken from another round that was signed as truly', async () => {
    const of = await announced('drand-quicknet')
    const refused = await reads(of, round1000.randomness, { signature: round1000.signature })
    expect(textOf(refused)).toContain('does not belong to the value above, or not to this round')
  })

  it('is not got rid of by whoever dislikes it: no dice, no giving up of the draw', async () => {
    const of = await announced()
    expect(textOf(await write(of, town.people.chen, '123'))).toContain('Dice do not count')
    const ended = await go(of, 'arena.end-lottery', {
      as: town.people.chen,
      at: past(of),
      typed: { reason: 'My friend is not on it' },
    })
    expect(textOf(ended)).toContain('cannot be given up now')
  })

  it('whose time passed before the panels counts for nothing: dice decide', async () => {
    const of = await locked()
    const soon = { ...noon, 'from-time': '10:10' }
    await go(of, 'arena.announce-lottery-beacon', { as: town.people.chen, typed: soon })
    await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
    await work(of)
    expect(textOf(await go(of, 'arena.lottery'))).toContain('The panels were not published by then')
    await write(of, town.people.chen, '472')
    await writeAgain(of, town.people.gita, '472')
    expect(await stepOf(of)).toBe('drawn')
  })
})

describe('the database', () => {
  it('reckons rounds and numbers as the method does', async () => {
    const rounds = fc.sample(fc.tuple(fc.constantFrom(...beaconKeys), fc.integer({ min: 1, max: 40_000_000 })), 40)
    for (const [key, round] of rounds) {
      const { rows } = await sql<{ at: Temporal.Instant; letters: number }>`
        select arena.beacon_round_at(${key}, ${round}::bigint) as at, arena.beacon_letters(${key}) as letters`.execute(
        read(),
      )
      expect(rows[0]?.at.toString()).toBe(timeOfRound(beacons[key], round).toString())
      expect(rows[0]?.letters).toBe(beacons[key].letters)
    }
    const words = fc.oneof(fc.constant('ffffffff'), fc.stringMatching(/^[0-9a-f]{8}$/), fc.constant('fffffed8'))
    const texts = fc.sample(fc.array(words, { minLength: 8, maxLength: 8 }), 60).map((all) => all.join(''))
    for (const text of ['f'.repeat(64), ...texts]) {
      const { rows } = await sql<{ number: number | null }>`select arena.number_of_beacon(${text}) as number`.execute(
        read(),
      )
      const number = numberOfBeacon(text, 1000)
      expect(rows[0]?.number).toBe(number.ok ? number.value : null)
    }
  })

  it('keeps out, past our rules, what would turn a draw', async () => {
    const of = await announced()
    const { account } = town.people.chen
    const [place, problem] = [town.place.id, of.problem.id]
    const act = (statement: ReturnType<typeof sql>) =>
      database.at(past(of)).transact(place, null, (tx) => statement.execute(tx))
    const reading = (text: string, panel: number, typedAt: Temporal.Instant) => sql`
      insert into arena.lottery_reading (jurisdiction_id, problem_id, lottery_number, attempt, turn, randomness, panel, typed_by,
        typed_at)
      values (${place}, ${problem}, 1, 1, 1, ${text}, ${panel}, ${account}, ${typedAt})`
    await expect(act(reading(randomness, 471, past(of)))).rejects.toThrow('check constraint')
    await expect(act(reading(randomness, 472, later(of.closedAt, 100)))).rejects.toThrow('after its time')
    await expect(act(reading(randomness.slice(0, 64), 472, past(of)))).rejects.toThrow('after its time')
    await expect(
      act(sql`update arena.lottery_beacon set round = round + 1 where problem_id = ${problem}`),
    ).rejects.toThrow('permission denied')
    const { lottery } = at(of)
    await expect(
      act(sql`
        insert into arena.lottery_beacon (jurisdiction_id, problem_id, lottery_number, turn, beacon, round, round_at,
          announced_by, announced_at)
        select jurisdiction_id, problem_id, ${lottery}, 2, beacon, round, round_at, announced_by, announced_at
        from arena.lottery_beacon where problem_id = ${problem}`),
    ).rejects.toThrow('between its list and its panels')
    await expect(
      act(sql`
        insert into arena.lottery_throw (jurisdiction_id, problem_id, lottery_number, attempt, panel, place, thrown_by, witnesses,
          thrown_at, typed_by, typed_at)
        values (${place}, ${problem}, 1, 1, 1, 'a', 'b', 'c', ${past(of)}, ${account}, ${past(of)})`),
    ).rejects.toThrow('a beacon gives the number')
    await expect(
      act(sql`
        update arena.lottery set step = 'ended', ended_by = ${account}, ended_at = ${past(of)}, ended_reason = 'I dislike it'
        where problem_id = ${problem}`),
    ).rejects.toThrow('is out')
  })

  it('knows no announcement of a round that is near', async () => {
    const of = await locked()
    const { account } = town.people.chen
    const round = 100_000_000
    const roundAt = timeOfRound(beacons['drand-quicknet'], round)
    await expect(
      database.transact(town.place.id, null, (tx) =>
        sql`
          insert into arena.lottery_beacon (jurisdiction_id, problem_id, lottery_number, turn, beacon, round, round_at,
            announced_by, announced_at)
          values (${town.place.id}, ${of.problem.id}, 1, 1, 'drand-quicknet', ${round}, ${roundAt}, ${account},
            ${roundAt.subtract({ minutes: 9 })})`.execute(tx),
      ),
    ).rejects.toThrow('check constraint')
  })
})
