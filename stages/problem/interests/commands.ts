import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { freeSlug, slugOf } from '@folkmoot/basics/slug.ts'
import { lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { accountById, isNameOf, isTakenName, setDeclaration } from '../../../platform/identity/index.ts'
import { follow } from '../../../platform/notices/index.ts'
import { record } from '../facts.ts'
import { inCase } from '../in-case.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** One transaction in the register: two declarations at once come one after the other. */
function inRegister<Value, Code extends string>(
  database: Database,
  actor: Actor,
  act: (tx: Tx, own: store.Declaration | undefined) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    await lockExclusive(tx, 'problem.interests')
    return act(tx, actor.account === null ? undefined : await store.declarationOf(tx, actor.account))
  })
}

export type DeclareInput = { readonly words: rules.DeclarationWords; readonly reason: string }

/** Declares, corrects, or declares anew after a withdrawal. From now on every label of its words leads here. */
export function declareInterests(
  database: Database,
  actor: Actor,
  { words, reason }: DeclareInput,
): Promise<Result<{ readonly slug: string }, rules.DeclareRefusal | 'name-taken'>> {
  return inRegister(database, actor, async (tx, own) => {
    const allowed = rules.declare(words, { actor, isFirst: own === undefined, reason })
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    const organisation = (await accountById(tx, account))?.organisation
    if (!organisation) return refuse('only-organisations')
    if (await isOfAnother(tx, account, organisation)) return refuse('name-taken')
    const slug = own?.slug ?? (await freeSlugFor(tx, organisation))
    const id = own?.id ?? (await store.putDeclaration(tx, { slug, account }))
    if (own && own.spokesperson !== words.spokesperson) await store.forgetSpokesperson(tx, id, words.spokesperson)
    const number = (own?.version ?? 0) + 1
    await store.putVersion(tx, id, { ...words, number, organisation, reason: own ? reason : '' })
    await store.setWithdrawn(tx, id, null)
    await setDeclaration(tx, account, slug)
    await follow(tx, { account, about: { kind: 'declaration', id }, asAuthor: true })
    await record(tx, {
      kind: 'problem.interests-declared',
      problem: null,
      public: { organisation, version: number, legalForm: words.legalForm, interests: [...words.interests] },
      secret: { account, ...words, reason },
      time: 'exact',
    })
    return accept({ slug })
  })
}

/** Takes the declaration back. What was declared stays readable with the reason; the label says "has not declared" again. */
export function withdrawDeclaration(
  database: Database,
  actor: Actor,
  reason: string,
): Promise<Result<null, rules.WithdrawRefusal>> {
  return inRegister(database, actor, async (tx, own) => {
    const allowed = rules.withdraw(own?.withdrawnAt === null, { actor, reason })
    if (!allowed.ok) return allowed
    if (!own) return refuse('not-declared')
    await store.setWithdrawn(tx, own.id, reason)
    await setDeclaration(tx, allowed.value.account, null)
    await record(tx, {
      kind: 'problem.interests-withdrawn',
      problem: null,
      public: { organisation: own.organisation },
      secret: { account: allowed.value.account, reason },
      time: 'exact',
    })
    return accept(null)
  })
}

export type CaseInterestInput = rules.CaseInterestWords & { readonly slug: string }

/** Says what it wants in one case, or corrects that. */
export function declareCaseInterest(
  database: Database,
  actor: Actor,
  { slug, ...words }: CaseInterestInput,
): Promise<Result<null, rules.CaseInterestRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const own = actor.account === null ? undefined : await store.declarationOf(tx, actor.account)
    const state = { isDeclared: own?.withdrawnAt === null, isTold: problem.source !== null }
    const allowed = rules.declareCaseInterest(state, actor)
    if (!allowed.ok) return allowed
    if (!own) return refuse('declare-first')
    const [before] = await store.caseInterests(tx, { problem: problem.id, declaration: own.id })
    const version = (before?.version ?? 0) + 1
    await store.putCaseInterest(tx, { ...words, declaration: own.id, problem: problem.id, version, isWithdrawn: false })
    await record(tx, {
      kind: 'problem.interest-declared-in-matter',
      problem: problem.id,
      public: { organisation: own.organisation, version },
      secret: { account: allowed.value.account, ...words },
      time: 'exact',
    })
    return accept(null)
  })
}

export function withdrawCaseInterest(
  database: Database,
  actor: Actor,
  slug: string,
): Promise<Result<null, rules.WithdrawCaseInterestRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const own = actor.account === null ? undefined : await store.declarationOf(tx, actor.account)
    const [before] = own ? await store.caseInterests(tx, { problem: problem.id, declaration: own.id }) : []
    const allowed = rules.withdrawCaseInterest(before?.isWithdrawn === false, actor)
    if (!allowed.ok) return allowed
    if (!own || !before) return refuse('not-declared')
    await store.putCaseInterest(tx, { ...before, version: before.version + 1, isWithdrawn: true })
    await record(tx, {
      kind: 'problem.interest-withdrawn-in-matter',
      problem: problem.id,
      public: { organisation: own.organisation },
      secret: { account: allowed.value.account },
      time: 'exact',
    })
    return accept(null)
  })
}

/** Also the names of what was declared once: what stands in the register is taken for one and the same. */
async function isOfAnother(tx: Tx, account: Id<'account'>, organisation: string): Promise<boolean> {
  if (await isTakenName(tx, account, organisation)) return true
  const others = await store.namesOfOthers(tx, account)
  return isNameOf(
    organisation,
    others.map((name) => ({ name, titles: [] })),
  )
}

async function freeSlugFor(tx: Tx, organisation: string): Promise<string> {
  const stem = slugOf(organisation, 'organisation')
  return freeSlug(stem, await store.takenSlugs(tx, stem))
}
