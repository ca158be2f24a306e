import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../platform/db/testing.ts'
import { visitIn } from '../platform/http/testing.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { answeredCase, promisedAt, promisedCase, type PromisedCase } from '../stages/delivery/testing.ts'
import { decisionWaitingFor } from '../stages/decision/index.ts'
import { outcomeWaitingFor } from '../stages/outcome/index.ts'
import { problemBySlug } from '../stages/problem/index.ts'
import { briefOf } from '../overview/desk/brief.ts'
import { inheritanceOf } from '../overview/desk/inherited.ts'

/** Lists were cut off before they were filtered: what stood behind enough of somebody else’s waited unseen. */
let home: TestDatabase
let owner: Client
let real: Database
let town: Town
let at: PromisedCase

beforeAll(async () => {
  home = await testDatabase()
  owner = new Client({ connectionString: home.url })
  await owner.connect()
  real = openDatabase({ url: home.url })
})
beforeEach(async () => {
  town = await foundTown(real)
  at = await promisedCase(real, town)
})
afterAll(async () => {
  await owner.end()
  await real.close()
  await home.drop()
})

/** So many copies of one row, each with other values. No act could write them all before this test is through. */
async function copies(table: string, id: string, count: number, change: string): Promise<void> {
  await owner.query(`alter table ${table} disable trigger user`)
  await owner.query(
    `insert into ${table} select (jsonb_populate_record(r, ${change})).* from ${table} r, generate_series(1, ${count}) n where r.id = '${id}'`,
  )
  await owner.query(`alter table ${table} enable trigger user`)
}

/** The id of the copy with number n, the same wherever it is asked for. */
const copyOf = (id: string, n = 'n'): string => `md5('${id}' || ${n})::uuid`

async function otherProblems(problem: string, count: number): Promise<void> {
  await copies(
    'problem.problem',
    problem,
    count,
    `jsonb_build_object('id', ${copyOf(problem)}, 'slug', left(r.slug, 40) || '-' || n)`,
  )
}

const visitOf = (as: Actor, on = promisedAt) => visitIn(real, town.place, { as, at: on })

async function packageOf(problem: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(`select id from decision.package where problem_id = '${problem}'`)
  return rows[0]?.id ?? ''
}

test('an answer of her body waits for a politician behind 510 packages of another body that are due before it', async () => {
  const { emil } = town.people
  const pack = await packageOf(at.problem)
  const open = `update decision.package set closed_at = null, closed_by = null`
  await owner.query('alter table decision.package disable trigger user')
  await owner.query(`${open} where id = '${pack}'`)
  await owner.query('alter table decision.package enable trigger user')
  await owner.query('alter table decision.answer_version disable trigger user')
  await owner.query(`update decision.answer_version set kind = 'park', park_until = '2027-01-01'
    where answer_id in (select id from decision.answer where package_id = '${pack}')`)
  await owner.query('alter table decision.answer_version enable trigger user')
  const titles = async () => (await decisionWaitingFor(visitOf(emil), { most: 20 })).first.map(({ title }) => title)
  const before = await titles()
  expect(before).toContain('Answer recommendation 1')
  await otherProblems(at.problem, 510)
  await copies(
    'decision.package',
    pack,
    510,
    `jsonb_build_object('id', ${copyOf(pack)}, 'problem_id', ${copyOf(at.problem)}, 'body_id', '${town.committee}', 'due_at', '2020-01-01')`,
  )
  // She answers for the council alone here.
  const onlyCouncil = {
    ...emil,
    roles: emil.roles.filter(({ name, scope }) => name !== 'politician' || scope === town.council),
  }
  const titled = (await decisionWaitingFor(visitOf(onlyCouncil), { most: 20 })).first.map(({ title }) => title)
  expect(titled).toContain('Answer recommendation 1')
})

test('an account waits for a signature behind 210 of another body that were prepared before it', async () => {
  const { emil, chen } = town.people
  const pack = await packageOf(at.problem)
  const account = crypto.randomUUID()
  await owner.query(`insert into outcome.value_account (jurisdiction_id, id, problem_id, version, what_came, intended_for, side_effects, fairness,
      authority_used, prepared_by, is_staff_text, prepared_at)
    values ('${town.place.id}', '${account}', '${at.problem}', 1, 'The gate stands.', '', '', '', '', '${chen.account}', true, '2026-11-24')`)
  await otherProblems(at.problem, 210)
  await copies(
    'decision.package',
    pack,
    210,
    `jsonb_build_object('id', ${copyOf(pack)}, 'problem_id', ${copyOf(at.problem)}, 'body_id', '${town.committee}')`,
  )
  await copies(
    'outcome.value_account',
    account,
    210,
    `jsonb_build_object('id', ${copyOf(account)}, 'problem_id', ${copyOf(at.problem)}, 'what_came', 'Another', 'prepared_at', '2020-01-01')`,
  )
  const onlyCouncil = {
    ...emil,
    roles: emil.roles.filter(({ name, scope }) => name !== 'politician' || scope === town.council),
  }
  const details = (await outcomeWaitingFor(visitOf(onlyCouncil), { most: 20 })).first.map(({ detail }) => detail)
  expect(details).toContain('The gate stands.')
  expect(details).not.toContain('Another')
})

/** More promises of hers in the case, all due before what is there. */
async function morePromises(problem: string, count: number): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from delivery.commitment where problem_id = '${problem}'`,
  )
  const [row] = rows
  if (!row) throw new Error('no promise')
  await copies(
    'delivery.commitment',
    row.id,
    count,
    `jsonb_build_object('id', ${copyOf(row.id)}, 'number', n + 100, 'title', 'Copy ' || n, 'next_report_on', '2026-12-01')`,
  )
  await owner.query(`do $$
    declare one record;
    begin
      for one in select jurisdiction_id, id from delivery.commitment where title like 'Copy %' and problem_id = '${problem}' loop
        call delivery.due_anew(one.jurisdiction_id, one.id);
      end loop;
    end
  $$`)
}

test('what a politician left behind is seen behind 210 promises of those who sit', async () => {
  const { dora, freja } = town.people
  const left = await answeredCase(real, town)
  const typed = {
    recommendation: ['1'],
    title: ['Count the boats'],
    owner: [freja.person ?? ''],
    office: [''],
    budgetLine: ['line 9'],
    'what-1': ['Counted'],
    'due-1': ['2027-06-01'],
    nextReportOn: ['2027-05-01'],
  }
  expect(await left.go('delivery.commit', { as: freja, typed })).toMatchObject({ kind: 'redirect' })
  await morePromises(at.problem, 210)
  await owner.query(`update directory.membership set ends_on = '2026-12-31' where person_id = '${freja.person}'`)
  const { first, count } = await inheritanceOf(visitOf(dora, Temporal.Instant.from('2027-02-10T09:00:00Z')), 5)
  expect(first.map(({ title }) => title)).toEqual(['Count the boats'])
  expect(count).toBe(1)
})

test('a brief tells of her promise in the case behind 70 elsewhere, and of its news behind 150 of other cases', async () => {
  const { emil } = town.people
  const other = await promisedCase(real, town)
  await morePromises(other.problem, 70)
  const account = emil.account as Id<'account'> // everybody in the town has one
  await owner.query('delete from notices.notice')
  const notice = (count: number, slug: string, day: string) =>
    owner.query(`insert into notices.notice (jurisdiction_id, id, account_id, happening, stage, message, "values", address, params, at, mail)
      select '${town.place.id}', gen_random_uuid(), '${account}', gen_random_uuid(), 'delivery', 'told.committed',
        '{"title": "Build the gate"}', 'delivery.commitment', '{"problem": "${slug}", "number": 1}', '${day}', 'never'
      from generate_series(1, ${count})`)
  await notice(8, at.slug, '2026-11-20')
  await notice(150, other.slug, '2026-11-24')
  const problem = await problemBySlug(real.read(town.place.id), at.slug)
  if (!problem) throw new Error('no case')
  const brief = await briefOf(visitOf(emil), problem)
  expect(brief.promises.map(({ title }) => title)).toEqual(['Build the gate'])
  expect([brief.fresh.length, brief.more], 'six are told, two are one press away').toEqual([6, 2])
})
