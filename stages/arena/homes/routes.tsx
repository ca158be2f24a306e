import { redirectSaying, refused, route, type Route } from '../../../platform/http/index.ts'
import { lookUpHome } from './commands.ts'
import { homesWords } from './messages/words.ts'
import * as rules from './rules.ts'

/** The clerk looks up who lives together, on the page of the applications. */
export const homeRoutes: readonly Route[] = [
  route('arena.look-up-home', { allowed: rules.mayLookUp, records: ['arena.home-looked-up'] }, async (visit) => {
    const { typed } = visit.form
    const found = await lookUpHome(visit.database, visit.actor, {
      slug: visit.params.problem,
      seen: numbersIn(typed['seen']),
      livingThere: numbersIn(typed['living']),
    })
    const say = homesWords.say(visit.lang)
    if (!found.ok) return refused(say(`refused.${found.refusal}`))
    return redirectSaying(`${visit.to('arena.applications', visit.params)}#homes`, {
      text: say('done'),
      next: say('done-next'),
    })
  }),
]

function numbersIn(typed: readonly string[] = []): readonly number[] {
  return typed.filter((one) => /^\d{1,5}$/.test(one)).map(Number)
}
