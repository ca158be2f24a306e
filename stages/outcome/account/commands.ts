import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { tellAround } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { inOutcome } from '../commands.ts'
import { record } from '../facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type AccountInput = store.AccountWords & { readonly slug: string }

export async function prepareAccount(
  database: Database,
  actor: Actor,
  { slug, ...words }: AccountInput,
): Promise<Result<null, rules.PrepareRefusal | 'no-such-problem'>> {
  return inOutcome(database, actor, slug, async (tx, { problem, body }) => {
    const preparing = rules.prepareAccount(body, actor)
    if (!preparing.ok) return preparing
    const version = ((await store.accountsOf(tx, problem.id))[0]?.version ?? 0) + 1
    const { by, isStaff } = preparing.value
    const id = await store.putAccount(tx, {
      ...words,
      problem: problem.id,
      version,
      preparedBy: by.account,
      isStaffText: isStaff,
      source: null,
    })
    await link(tx, { kind: 'account-of-value', id }, 'about', { kind: 'problem', id: problem.id })
    await record(tx, {
      kind: 'outcome.account-prepared',
      problem: problem.id,
      public: { version, isStaff },
      time: 'exact',
    })
    return accept(null)
  })
}

export async function signAccount(
  database: Database,
  actor: Actor,
  { slug, version }: { readonly slug: string; readonly version: number },
): Promise<Result<null, rules.SignRefusal | 'no-such-problem' | 'newer-version'>> {
  return inOutcome(database, actor, slug, async (tx, { problem, body }) => {
    const latest = (await store.accountsOf(tx, problem.id))[0]
    const signing = rules.signAccount({ body, account: latest && { isSigned: latest.signedAt !== null } }, actor)
    if (!signing.ok) return signing
    if (!latest) return refuse('nothing-to-sign')
    // What she signs is what she read.
    if (latest.version !== version) return refuse('newer-version')
    const { person, account } = signing.value
    await store.signAccount(tx, latest.id, { person, account })
    const { costMinor, costCurrency, authorityUsed } = latest
    await record(tx, {
      kind: 'outcome.account-signed',
      problem: problem.id,
      public: { version, person, costMinor, costCurrency, authorityUsed },
      time: 'exact',
    })
    await tellAround(tx, problem.id, {
      about: { kind: 'account-of-value', id: latest.id },
      stage: 'outcome',
      message: 'told.account-signed',
      values: { question: problem.question },
      address: 'outcome.page',
      params: { problem: problem.slug },
      except: account,
    })
    return accept(null)
  })
}
