import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { askCounterCase, writeCounterCase } from '../../../stages/draft/counter-cases/commands.ts'
import { recommendationsOf, type Recommendation } from '../../../stages/draft/index.ts'
import { proposeAmendment } from '../../../stages/draft/margin/amending.ts'
import { decideAmendment } from '../../../stages/draft/margin/deciding.ts'
import { answerPoll } from '../../../stages/draft/margin/polling.ts'
import { addRemark, resolveRemark } from '../../../stages/draft/margin/remarking.ts'
import { signMinorityText } from '../../../stages/draft/minority/commands.ts'
import { signersOf } from '../../../stages/draft/minority/store.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'
import type { Seated } from './play-inquiry.ts'
import type { MarginScript } from './script.ts'

type Playing = { readonly town: Lindhavn; readonly problem: Problem; readonly seated: Seated }

function actorOf({ town, seated }: Playing, who: keyof Lindhavn['people']): Actor {
  const actor = town.people[who]
  return seated.get(actor.account ?? '') ?? actor
}

/** Changes proposed in place, those that were decided with their reason. Before anybody says where she stands: an accepted one asks anew. */
export async function playAmendments(play: Playing, { amendments }: MarginScript): Promise<void> {
  const { town, problem } = play
  const { slug } = problem
  for (const { clause: words, by, ago, decided, ...amendment } of amendments) {
    const clause = await clauseOf(play, words)
    const proposal = { slug, clause, base: words, language: 'en', ...amendment }
    const { number } = await done(amendment.reason, proposeAmendment(town.daysAgo(ago), actorOf(play, by), proposal))
    if (!decided) continue
    const { choice, reason } = decided
    await done(
      reason,
      decideAmendment(town.daysAgo(decided.ago), actorOf(play, decided.by), {
        slug,
        number,
        choice,
        reason,
        final: null,
      }),
    )
  }
}

/** Comments, polls, the other side, and the names under what a minority says. */
export async function playMargin(play: Playing, script: MarginScript): Promise<void> {
  await playRemarks(play, script)
  await playPolls(play, script)
  const { town, problem } = play
  for (const { title, ago, asked, writtenBy, writtenAgo, text } of script.counterCases) {
    const at = { slug: problem.slug, number: (await theOne(play, title)).number }
    const chair = [...play.seated.values()].find(({ roles }) => roles.some(({ name }) => name === 'arena-chair'))
    if (!chair) throw new Error('the group has no chair')
    const accounts = asked.map((who) => town.people[who].account as string)
    const dueOn = town.today.subtract({ days: writtenAgo - 1 })
    const zone = { timeZone: town.place.timeZone }
    await done(title, askCounterCase(town.daysAgo(ago), chair, { ...at, asked: accounts, dueOn, ...zone }))
    const written = { ...at, text, language: 'en' }
    await done(title, writeCounterCase(town.daysAgo(writtenAgo), actorOf(play, writtenBy), written))
  }
  for (const { title, ago, by } of script.signatures) {
    const { id, number } = await theOne(play, title)
    const { revision: seen } = await signersOf(town.database.read(town.place.id), id)
    for (const who of by) {
      const signing = { slug: problem.slug, number, act: 'sign', seen } as const
      await done(title, signMinorityText(town.daysAgo(ago), actorOf(play, who), signing))
    }
  }
}

async function playRemarks(play: Playing, { remarks }: MarginScript): Promise<void> {
  const { town, problem } = play
  for (const { clause: words, by, ago, text, replyTo = null, settledBy } of remarks) {
    const at = { slug: problem.slug, clause: await clauseOf(play, words) }
    const remark = { ...at, text, replyTo, language: 'en' }
    const { number } = await done(text, addRemark(town.daysAgo(ago), actorOf(play, by), remark))
    if (settledBy) await done(text, resolveRemark(town.daysAgo(ago), actorOf(play, settledBy), { ...at, number }))
  }
}

async function playPolls(play: Playing, { polls }: MarginScript): Promise<void> {
  const { town, problem, seated } = play
  for (const { clause: words, ago, against, canLive } of polls) {
    const at = { slug: problem.slug, clause: await clauseOf(play, words), base: words }
    const named = (keys: MarginScript['polls'][number]['against']): ReadonlySet<string> =>
      new Set(keys.map((key) => town.people[key].account as string))
    const [opposed, living] = [named(against), named(canLive)]
    for (const [account, member] of seated) {
      const choice = opposed.has(account) ? 'against' : living.has(account) ? 'can-live' : 'agree'
      await done(words, answerPoll(town.daysAgo(ago), member, { ...at, choice }))
    }
  }
}

async function everyOne({ town, problem }: Playing): Promise<readonly Recommendation[]> {
  return recommendationsOf(town.database.read(town.place.id), problem.id)
}

async function theOne(play: Playing, title: string): Promise<Recommendation> {
  const found = (await everyOne(play)).find((one) => one.title === title)
  if (!found) throw new Error(`no recommendation ${title}`)
  return found
}

async function clauseOf(play: Playing, words: string): Promise<Id<'clause'>> {
  const found = (await everyOne(play)).flatMap(({ clauses }) => clauses).find(({ text }) => text === words)
  if (!found) throw new Error(`no clause reads: ${words}`)
  return found.id
}
