import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { accountByEmail } from '../../../platform/identity/index.ts'
import { follow } from '../../../platform/notices/index.ts'
import { hasChannel } from '../agenda/rules.ts'
import { ruleInForce } from '../agenda/store.ts'
import { freeSlugFor, hashesOf, keepFiles, type RaiseInput } from '../commands.ts'
import { record } from '../facts.ts'
import * as problemRules from '../rules.ts'
import * as store from '../store.ts'
import { receiptOf } from './rules.ts'

export type WriteDownInput = Omit<RaiseInput, 'earlier'> & {
  readonly channel: Exclude<store.WrittenDown['channel'], 'parted'>
  /** Of who told it, where she wants to hear what becomes of it; ''. */
  readonly email: string
}

/**
 * A clerk writes down what somebody told her. It is raised by nobody's account, since nobody signed in: a name stands in public
 * only where its owner put it there. Where the address she gave is that of an account, this account hears what becomes of it,
 * as its author does. Staff see the same whether there is such an account or not.
 */
export async function writeDownProblem(
  database: Database,
  actor: Actor,
  { files, channel, email, ...words }: WriteDownInput,
): Promise<Result<{ readonly slug: string; readonly receipt: string }, 'only-staff-write-down' | 'no-rule'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const allowed = problemRules.writeDown(actor)
    if (!allowed.ok) return allowed
    if (!hasChannel((await ruleInForce(tx)) !== undefined, actor)) return refuse('no-rule')
    const by = allowed.value.account
    const slug = await freeSlugFor(tx, words.question)
    const receipt = await freeReceipt(tx)
    const { problem, framing } = await store.putProblem(tx, {
      ...words,
      slug,
      raisedBy: null,
      source: null,
      writtenDown: { channel, by, receipt },
    })
    await keepFiles(tx, files, { problem, framing, by })
    const teller = email === '' ? undefined : await accountByEmail(tx, email)
    if (teller) await follow(tx, { account: teller.id, about: { kind: 'problem', id: problem }, asAuthor: true })
    await record(tx, {
      kind: 'problem.written-down',
      problem,
      public: { slug, channel },
      secret: { writtenDownBy: by, receipt, ...words, ...hashesOf(files) },
      time: 'coarse',
    })
    return accept({ slug, receipt })
  })
}

/** A number nobody has yet. */
export async function freeReceipt(tx: Tx): Promise<string> {
  for (;;) {
    const receipt = receiptOf(crypto.getRandomValues(new Uint32Array(3)))
    if (!(await store.slugOfReceipt(tx, receipt))) return receipt
  }
}
