import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { authorsOf, follow, tell, tellThese, type News } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { inCase } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { repliedTo } from './about.ts'
import * as rules from './rules.ts'
import { putReply } from './store.ts'

export type ReplyInput = {
  readonly slug: string
  readonly about: Thing<rules.Repliable>
  readonly text: string
  readonly language: string
  /** Of the place: who voted hears once for each of its days. */
  readonly timeZone: string
}

/**
 * A politician replies under somebody's words; it stands on her record. Whoever wrote them is told.
 */
export async function replyToWords(
  database: Database,
  actor: Actor,
  { slug, about, timeZone, ...words }: ReplyInput,
): Promise<Result<{ readonly path: string }, rules.ReplyRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const to = await repliedTo(tx, about, problem)
    const allowed = rules.reply(to, actor)
    if (!allowed.ok) return allowed
    const { account, person } = allowed.value
    const id = await putReply(tx, { ...words, about, problem: problem.id, person, account })
    const reply = { kind: 'reply', id } as const
    await record(tx, {
      kind: 'inquiry.reply-written',
      problem: problem.id,
      public: { person, about: about.kind },
      secret: { about: about.id, text: words.text },
      time: 'exact',
    })
    await link(tx, reply, 'on', about)
    await follow(tx, { account, about: reply, asAuthor: true })
    const news = {
      about: reply,
      stage: 'inquiry',
      values: { politician: actor.name, title: to.title },
      address: about.kind === 'idea' ? 'draft.idea' : 'opinion.statement',
      params: { problem: slug, number: to.path.slice(to.path.lastIndexOf('/') + 1) },
      except: account,
    } as const
    if (about.kind === 'idea') await tell(tx, { ...news, message: 'told.replied' })
    else {
      const day = tx.now.toZonedDateTimeISO(timeZone).toPlainDate()
      await tellOfStatement(tx, about.id, { ...news, once: `replies ${problem.id} ${person} ${day.toString()}` })
    }
    return accept({ path: to.path })
  })
}

type Reply = Omit<News<'opinion.statement' | 'draft.idea'>, 'message' | 'once'> & { readonly once: string }

/** Who wrote it hears of each reply; who voted on it or follows it or the case once a day of each politician, however many she goes through. */
async function tellOfStatement(tx: Tx, statement: Id, { once, ...each }: Reply): Promise<void> {
  const authors = await authorsOf(tx, [statement])
  await tellThese(tx, authors, { ...each, message: 'told.replied' })
  const quiet = { isResult: true, isQuiet: true, elsewhere: authors } as const
  await tell(tx, { ...each, ...quiet, once, message: 'told.replied-to-voted' })
}
