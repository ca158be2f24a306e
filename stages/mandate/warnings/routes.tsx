import { anyone, whoever } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  route,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { mandateWords } from '../messages/words.ts'
import { sayCapacity, sayElection, sayMajority } from './commands.ts'
import { rulesPage } from './show.tsx'

const saying = whoever('administrator', 'clerk')

const majorityForm = fields({ body: field.text({ most: 36 }), source: field.text({ most: 500 }) })
const electionForm = fields({
  electedBody: field.text({ most: 36 }),
  heldOn: field.optional(field.date()),
  electionSource: field.text({ most: 500 }),
})
const capacityForm = fields({ groupsAYear: field.number({ least: 1, most: 100 }) })

/** What a place says about itself so that it can be warned: its majority, and how many groups it can carry. */
export const ruleRoutes: readonly Route[] = [
  route('mandates.rules', { allowed: anyone, records: 'nothing' }, (visit) => rulesPage(visit)),

  route('mandates.say-majority', { allowed: saying, records: ['mandate.rules-set'] }, async (visit) => {
    const form = readForm(visit, majorityForm)
    if (!form.ok) return rulesPage(visit, form.errors)
    const body = parseId('body', form.value.body)
    const parties = (visit.form.typed['parties'] ?? []).flatMap((party) => parseId('body', party) ?? [])
    const said = await sayMajority(visit.database, visit.actor, { body, parties, source: form.value.source })
    if (!said.ok)
      return rulesPage(visit, [
        {
          field: said.refusal === 'no-such-body' ? 'body' : 'parties',
          text: mandateWords.say(visit.lang)(`refused.${said.refusal}`),
        },
      ])
    return toRules(visit)
  }),

  route('mandates.say-election', { allowed: saying, records: ['mandate.rules-set'] }, async (visit) => {
    const form = readForm(visit, electionForm)
    if (!form.ok) return rulesPage(visit, form.errors)
    const { electedBody, heldOn, electionSource: source } = form.value
    const said = await sayElection(visit.database, visit.actor, { body: parseId('body', electedBody), heldOn, source })
    if (said.ok) return toRules(visit)
    return rulesPage(visit, [{ field: 'electedBody', text: mandateWords.say(visit.lang)(`refused.${said.refusal}`) }])
  }),

  route('mandates.say-capacity', { allowed: saying, records: ['mandate.rules-set'] }, async (visit) => {
    const form = readForm(visit, capacityForm)
    if (!form.ok) return rulesPage(visit, form.errors)
    await sayCapacity(visit.database, visit.actor, form.value.groupsAYear)
    return toRules(visit)
  }),
]

function toRules(visit: Visit): Reply {
  const say = mandateWords.say(visit.lang)
  return redirectSaying(visit.to('mandates.rules'), { text: say('done.rules'), next: say('done.rules-next') })
}
