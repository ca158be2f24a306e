import { redirectSaying, route, type Route } from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { readRule } from './form.ts'
import * as rules from './rules.ts'
import { rulePage, say } from './show.tsx'

export const agendaRoutes: readonly Route[] = [
  route('problem.rule', { allowed: rules.maySetRule, records: 'nothing' }, (visit) => rulePage(visit)),

  route('problem.set-rule', { allowed: rules.maySetRule, records: ['problem.rule-set'] }, async (visit) => {
    const form = readRule(visit)
    if (!form.ok) return rulePage(visit, form.errors)
    const set = await commands.setAgendaRule(visit.database, visit.actor, form.value)
    if (!set.ok) return rulePage(visit, [{ field: ruleField[set.refusal], text: say(visit)(`refused.${set.refusal}`) }])
    return redirectSaying(visit.to('problem.rule'), {
      text: say(visit)('done.rule-set'),
      next: say(visit)(set.value.version === 1 ? 'done.rule-set-next' : 'done.rule-changed-next'),
    })
  }),
]

const ruleField: Readonly<Record<rules.SetRuleRefusal, string>> = {
  'not-yours-to-set': '',
  'no-such-body': 'body',
  'no-threshold': 'threshold1',
  'rungs-not-rising': 'threshold2',
  'no-deadline': 'answerCount',
  'no-reference': 'reference',
}
