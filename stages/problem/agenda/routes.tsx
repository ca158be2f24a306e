import {
  page,
  redirectSaying,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { readRule, typedRule } from './form.ts'
import { agendaWords } from './messages/words.ts'
import { RulePage } from './pages/rule-page.tsx'
import { agendaPresets } from './presets.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export const agendaRoutes: readonly Route[] = [
  route('problem.rule', { allowed: rules.maySetRule, records: 'nothing' }, (visit) => rulePage(visit)),

  route('problem.set-rule', { allowed: rules.maySetRule, records: ['problem.rule-set'] }, async (visit) => {
    const form = readRule(visit)
    if (!form.ok) return rulePage(visit, form.errors)
    const set = await commands.setAgendaRule(visit.database, visit.actor, form.value)
    if (!set.ok) return rulePage(visit, [{ field: fieldOf[set.refusal], text: say(visit)(`refused.${set.refusal}`) }])
    return redirectSaying(visit.to('problem.rule'), {
      text: say(visit)('done.rule-set'),
      next: say(visit)('done.rule-set-next'),
    })
  }),
]

const fieldOf: Readonly<Record<rules.SetRuleRefusal, string>> = {
  'not-yours-to-set': '',
  'no-such-body': 'body',
  'no-threshold': 'threshold1',
  'rungs-not-rising': 'threshold2',
  'no-deadline': 'answerCount',
  'no-reference': 'reference',
}

function say(visit: Pick<Visit, 'lang'>) {
  return agendaWords.say(visit.lang)
}

async function rulePage(visit: Visit, errors: readonly FieldError[] = []): Promise<Reply> {
  const [receivers, versions] = await Promise.all([commands.receiversOf(visit.read), store.ruleVersions(visit.read)])
  const preset = agendaPresets.find(({ name }) => name === visit.query.get('preset'))
  const [inForce] = versions
  const first = preset ? { ...preset, preset: preset.name, ...(inForce ? { body: inForce.body } : {}) } : inForce
  return page({
    title: say(visit)('rule.title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <RulePage
        reader={visit}
        say={say(visit)}
        errors={errors}
        typed={errors.length > 0 ? visit.form.typed : first ? typedRule(first) : {}}
        {...{ receivers, versions, preset }}
      />
    ),
  })
}
