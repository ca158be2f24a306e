import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Tx } from '../../../platform/db/index.ts'
import { accountByEmail } from '../../../platform/identity/index.ts'
import { follow } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { inCase, receiptOf } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { hashesOf, keepIdeaFiles, type Added, type IdeaInput } from './commands.ts'
import * as rules from './rules.ts'
import { isIdeaReceipt, putIdea, writtenDownSince, type WrittenDown } from './store.ts'

export type WriteDownInput = IdeaInput & {
  readonly channel: WrittenDown['channel']
  /** Which event its sheet is from; '' for every other channel. */
  readonly occasion: string
  /** Of who told it, where she wants to hear what becomes of it; ''. */
  readonly email: string
}

/**
 * Staff write down what somebody told them, as with a problem: nobody's account wrote it, since nobody signed in, and no name
 * stands in public that its owner did not put there. Where the address she gave is that of an account, this account hears what
 * becomes of it, as its author does. Staff see the same whether there is such an account or not.
 */
export async function writeDownIdea(
  database: Database,
  actor: Actor,
  { slug, files, channel, occasion, email, ...words }: WriteDownInput,
): Promise<Result<Added & { readonly receipt: string }, rules.WriteDownRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const since = (await clock(tx)).subtract({ hours: 24 })
    const writtenLately = actor.account === null ? 0 : await writtenDownSince(tx, actor.account, since)
    const allowed = rules.writeDown({ writtenLately, channel, occasion }, actor)
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    const receipt = await freeReceipt(tx)
    const { id, number } = await putIdea(tx, {
      ...words,
      problem: problem.id,
      writtenBy: null,
      writtenDown: { channel, occasion, by, receipt },
      toldDay: null,
      source: null,
    })
    const idea = { kind: 'idea', id } as const
    await keepIdeaFiles(tx, files, { idea: id, by })
    await link(tx, idea, 'about', { kind: 'problem', id: problem.id })
    const teller = email === '' ? undefined : await accountByEmail(tx, email)
    if (teller) await follow(tx, { account: teller.id, about: idea, asAuthor: true })
    await record(tx, {
      kind: 'draft.idea-written-down',
      problem: problem.id,
      public: { number, kind: words.kind, channel },
      secret: { writtenDownBy: by, receipt, occasion, ...words, ...hashesOf(files) },
      time: 'coarse',
    })
    return accept({ id, number, receipt })
  })
}

/** A number nobody has yet. */
async function freeReceipt(tx: Tx): Promise<string> {
  for (;;) {
    const receipt = receiptOf(crypto.getRandomValues(new Uint32Array(3)))
    if (!(await isIdeaReceipt(tx, receipt))) return receipt
  }
}
