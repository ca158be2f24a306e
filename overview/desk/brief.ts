import type { Visit } from '../../platform/http/index.ts'
import { unreadCount } from '../../platform/notices/index.ts'
import { recommendationsOf } from '../../stages/draft/index.ts'
import { questionsTo } from '../../stages/inquiry/index.ts'
import { talliesOf, type StatementResult } from '../../stages/opinion/index.ts'
import type { Problem } from '../../stages/problem/index.ts'
import type { IconName } from '../../ui/index.ts'
import { deskWords } from './messages/words.ts'

export type BriefPoint = { readonly icon: IconName; readonly term: string; readonly text: string }

/** Two minutes before a meeting: what is new, where people agree and differ, what they ask, how far the text is. */
export async function briefFor(visit: Visit, problem: Problem): Promise<readonly BriefPoint[]> {
  const { actor, read } = visit
  const say = deskWords.say(visit.lang)
  const [unread, tallies, questions, recommendations] = await Promise.all([
    actor.account ? unreadCount(read, actor.account) : 0,
    talliesOf(read, problem.id),
    actor.person ? questionsTo(read, actor.person) : [],
    recommendationsOf(read, problem.id),
  ])
  const shared = tallies.filter((one) => one.share !== null).toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
  const split = shared.toSorted((a, b) => Math.abs((a.share ?? 0) - 0.5) - Math.abs((b.share ?? 0) - 0.5))
  const asked = questions.find((question) => question.problem === problem.id && !question.hasReply)
  return [
    { icon: 'bell', term: say('brief.new'), text: say('brief.new-text', { count: unread }) },
    ...opinions(visit, shared[0], split[0]),
    { icon: 'talk', term: say('brief.ask'), text: asked ? `“${asked.question}”` : say('brief.ask-none') },
    { icon: 'document', term: say('brief.text'), text: say('brief.text-count', { count: recommendations.length }) },
  ]
}

/** While nothing can be told of the votes, that is one point, not two. */
function opinions(
  visit: Visit,
  shared: StatementResult | undefined,
  split: StatementResult | undefined,
): readonly BriefPoint[] {
  const say = deskWords.say(visit.lang)
  const words = ({ statement, share }: StatementResult): string =>
    say('brief.share', { text: statement.text, share: share ?? 0 })
  if (!shared || !split) return [{ icon: 'agree', term: say('brief.votes'), text: say('brief.none') }]
  return [
    { icon: 'agree', term: say('brief.agree'), text: words(shared) },
    { icon: 'thread', term: say('brief.differ'), text: words(split) },
  ]
}
