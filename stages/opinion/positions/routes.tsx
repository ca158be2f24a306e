import { anyone } from '@folkmoot/basics/actor.ts'
import { choices } from '@folkmoot/tally/tally.ts'
import { field, fields, readForm, redirectSaying, refused, route, type Route } from '../../../platform/http/index.ts'
import { numberOf, statementPage } from '../show.tsx'
import * as commands from './commands.ts'
import { positionWords } from './messages/words.ts'
import * as rules from './rules.ts'
import { positionsPage } from './show.tsx'

const takeForm = fields({
  position: field.choice(choices),
  reason: field.optionalText({ most: rules.longestReason }),
})

export const positionRoutes: readonly Route[] = [
  route('opinion.positions', { allowed: anyone, records: 'nothing' }, (visit) => positionsPage(visit)),

  route(
    'opinion.take-position',
    { allowed: rules.mayTakePosition, records: ['opinion.position-taken', 'opinion.position-changed'] },
    async (visit) => {
      const say = positionWords.say(visit.lang)
      const form = readForm(visit, takeForm)
      if (!form.ok) return statementPage(visit, form.errors)
      const { problem, number } = visit.params
      const taken = await commands.takePosition(visit.database, visit.actor, {
        slug: problem,
        number: numberOf(number),
        choice: form.value.position,
        reason: form.value.reason,
        language: visit.lang,
        timeZone: visit.jurisdiction.timeZone,
      })
      if (taken.ok) {
        const what = taken.value.isChanged ? 'changed' : 'taken'
        return redirectSaying(`${visit.to('opinion.statement', visit.params)}#positions`, {
          text: say(`done.${what}`),
          next: say('done.next'),
        })
      }
      const { refusal } = taken
      if (refusal === 'nothing-changed' || refusal === 'changed-enough')
        return statementPage(visit, [{ field: 'position', text: say(`refused.${refusal}`) }])
      const isAboutRights = refusal === 'staff-take-no-position' || refusal === 'only-politicians-take-positions'
      return refused(say(`refused.${refusal}`), isAboutRights ? 403 : 409)
    },
  ),
]
