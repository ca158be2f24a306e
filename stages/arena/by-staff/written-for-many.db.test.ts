import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Townsperson } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import type { TestCall } from '../testing.ts'
import { at, now, openCall, openTown, real, said, town } from '../testing-call.ts'
import * as commands from './commands.ts'
import * as rules from './rules.ts'

// In a town of its own: who has written down forty writes down no more, here or in another test.
openTown()

describe('abuse 20: staff who write down for many', () => {
  const write = (call: TestCall, name: string, who: Townsperson = 'chen', database = at) =>
    commands.recordApplication(database, town.people[who], said(call, { name, address: `${name} 1` }))

  it('abuse 20: one of staff writes down forty in 24 hours over all cases, also at once; a colleague goes on', async () => {
    const [one, other] = [await openCall(), await openCall()]
    const day = real.at(now.add({ hours: 24 * 5 }))
    for (const number of Array.from({ length: rules.mostADay - 3 }, (_, at) => at))
      expect(await write(one, `Person ${number}`, 'chen', day)).toMatchObject({ ok: true })
    const last = await Promise.all(
      Array.from({ length: 8 }, (_, at) => write(at % 2 === 0 ? one : other, `Late ${at}`, 'chen', day)),
    )
    expect(last.filter(({ ok }) => ok)).toHaveLength(3)
    expect(last.filter(({ ok }) => !ok)).toEqual(Array(5).fill({ ok: false, refusal: 'enough-today' }))
    expect(await write(other, 'Somebody else', 'gita', day)).toMatchObject({ ok: true })
    expect(await write(other, 'Tomorrow', 'chen', real.at(now.add({ hours: 24 * 6 + 1 })))).toMatchObject({ ok: true })
    const facts = await entries(real.read(town.place.id), { problem: one.problem, limit: 100 })
    expect(facts.filter(({ kind }) => kind === 'arena.written-down').length).toBeGreaterThanOrEqual(rules.mostADay - 3)
  })

  it('abuse 20: the database keeps to forty too, and nobody confirms her own', async () => {
    const call = await openCall()
    const day = now.add({ hours: 24 * 9 })
    await write(call, 'First', 'gita', real.at(day))
    const again = real.transact(town.place.id, null, (tx) =>
      sql`
        insert into arena.staff_record
        select (jsonb_populate_record(r, jsonb_build_object('number', n + 1))).*
        from arena.staff_record r, generate_series(1, ${rules.mostADay}::integer) n
        where r.problem_id = ${call.problem}`.execute(tx),
    )
    await expect(again).rejects.toThrow(/forty applications in a day/)
    const own = await commands.decideRecord(at, town.people.gita, { slug: call.slug, number: 1, why: null })
    expect(own).toMatchObject({ refusal: 'second-person' })
  })
})
