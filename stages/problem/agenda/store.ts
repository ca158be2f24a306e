import type { Id } from '@folkmoot/basics/ids.ts'
import { deadlineAfter } from '@folkmoot/basics/working-days.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import { ownCalendar } from '../../../platform/directory/index.ts'
import type { RuleTerms } from './rules.ts'

/** One version of the rule, as it was set. */
export type AgendaRule = RuleTerms & {
  readonly version: number
  readonly setBy: Id<'account'>
  readonly setAt: Temporal.Instant
}

const ruleColumns = sql<AgendaRule>`
  r.version, r.body_id as body,
  case when r.window_count is not null then jsonb_build_object('count', r.window_count, 'unit', r.window_unit) end as window,
  jsonb_build_object('count', r.answer_count, 'unit', r.answer_unit) as answer,
  r.open_to as "openTo", r.least_assurance as "leastAssurance", r.again_after_months as "againAfterMonths",
  r.again_with_new_facts as "againWithNewFacts", r.preset, r.reference, r.set_by as "setBy", r.set_at as "setAt",
  (select jsonb_agg(jsonb_build_object('threshold', g.threshold, 'owes', g.owes) order by g.number)
    from problem.agenda_rung g
    where g.jurisdiction_id = r.jurisdiction_id and g.version = r.version) as rungs
  from problem.agenda_rule r`

/** The rule in force; undefined where none was ever set. */
export async function ruleInForce(read: Read): Promise<AgendaRule | undefined> {
  const { rows } = await sql<AgendaRule>`select ${ruleColumns} order by r.version desc limit 1`.execute(read)
  return rows[0]
}

/** Every version, the newest first. */
export async function ruleVersions(read: Read): Promise<readonly AgendaRule[]> {
  const { rows } = await sql<AgendaRule>`select ${ruleColumns} order by r.version desc`.execute(read)
  return rows
}

export async function putRule(
  tx: Tx,
  rule: RuleTerms & { readonly version: number; readonly setBy: Id<'account'> },
): Promise<void> {
  await tx
    .insertInto('problem.agenda_rule')
    .values({
      jurisdiction_id: tx.jurisdiction,
      version: rule.version,
      body_id: rule.body,
      window_count: rule.window?.count ?? null,
      window_unit: rule.window?.unit ?? null,
      answer_count: rule.answer.count,
      answer_unit: rule.answer.unit,
      open_to: rule.openTo,
      least_assurance: rule.leastAssurance,
      again_after_months: rule.againAfterMonths,
      again_with_new_facts: rule.againWithNewFacts,
      preset: rule.preset,
      reference: rule.reference,
      set_by: rule.setBy,
      set_at: tx.now,
      top_rung: rule.rungs.length,
    })
    .execute()
  await tx
    .insertInto('problem.agenda_rung')
    .values(
      rule.rungs.map(({ threshold, owes }, at) => ({
        jurisdiction_id: tx.jurisdiction,
        version: rule.version,
        number: at + 1,
        threshold,
        owes,
      })),
    )
    .execute()
}

/** Binds a new problem to the rule in force, for good; where there is none, nothing is owed for it. */
export async function bindToRule(tx: Tx, problem: Id<'problem'>): Promise<void> {
  const rule = await ruleInForce(tx)
  if (!rule) return
  await tx
    .insertInto('problem.agenda')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      rule_version: rule.version,
      closes_at: rule.window && deadlineAfter(tx.now, rule.window, await ownCalendar(tx)),
    })
    .execute()
}

/** What holds for one problem. */
export type Agenda = {
  readonly problem: Id<'problem'>
  readonly rule: AgendaRule
  readonly closesAt: Temporal.Instant | null
  readonly lapsedAt: Temporal.Instant | null
  readonly settledAt: Temporal.Instant | null
}

type AgendaRow = Omit<Agenda, 'rule'> & { readonly rule: number }

const agendasOf = listsBy(
  ({ problem }: Agenda) => problem,
  async (read, problems) => {
    const { rows } = await sql<AgendaRow>`
      select a.problem_id as problem, a.rule_version as rule, a.closes_at as "closesAt", a.lapsed_at as "lapsedAt",
        a.settled_at as "settledAt"
      from problem.agenda a
      where a.problem_id = any(${problems}::uuid[])`.execute(read)
    const versions = new Map((rows.length === 0 ? [] : await ruleVersions(read)).map((rule) => [rule.version, rule]))
    return rows.flatMap((row) => {
      const rule = versions.get(row.rule)
      return rule ? [{ ...row, rule }] : []
    })
  },
)

/** The rule this problem was raised under; undefined for one that no rule holds for. */
export async function agendaOf(read: Read, problem: Id<'problem'>): Promise<Agenda | undefined> {
  return (await agendasOf(read, problem))[0]
}

/** The window has ended, and it did not lapse by it: lists say so from now on. */
export async function closeWindow(tx: Tx, problem: Id<'problem'>, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('problem.agenda')
    .set({ closed_at: at })
    .where('problem_id', '=', problem)
    .where('closed_at', 'is', null)
    .execute()
}

/** The window has ended and nothing was reached. */
export async function lapse(tx: Tx, problem: Id<'problem'>, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('problem.agenda').set({ lapsed_at: at }).where('problem_id', '=', problem).execute()
}

/** No more supports count: the body has given its last answer or adopted a mandate, or the matter goes on elsewhere. */
export async function closeAgenda(tx: Tx, problem: Id<'problem'>): Promise<void> {
  await tx
    .updateTable('problem.agenda')
    .set({ settled_at: tx.now })
    .where('problem_id', '=', problem)
    .where('settled_at', 'is', null)
    .where('lapsed_at', 'is', null)
    .execute()
}
