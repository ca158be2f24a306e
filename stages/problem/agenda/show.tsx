import { decidingBodies } from '../../../platform/directory/index.ts'
import { page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { typedRule } from './form.ts'
import { agendaWords } from './messages/words.ts'
import { RulePage } from './pages/rule-page.tsx'
import { agendaPresets } from './presets.ts'
import * as store from './store.ts'

export function say(visit: Pick<Visit, 'lang'>) {
  return agendaWords.say(visit.lang)
}

export async function rulePage(visit: Visit, errors: readonly FieldError[] = []): Promise<Reply> {
  const [receivers, versions] = await Promise.all([decidingBodies(visit.read), store.ruleVersions(visit.read)])
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
