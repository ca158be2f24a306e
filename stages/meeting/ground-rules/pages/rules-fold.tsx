import type { Reader } from '../../../../platform/http/index.ts'
import { Details, Prose } from '../../../../ui/index.ts'
import { groundRulesWords } from '../messages/words.ts'
import type { GroundRules } from '../store.ts'
import { agreedLine } from './rules-page.tsx'

export type RulesFoldProps = {
  readonly reader: Reader
  readonly problem: { readonly slug: string; readonly language: string }
  readonly rules: GroundRules | undefined
  readonly isHidden: boolean
}

/** The ground rules on a meeting's page: folded, with their version. */
export function RulesFold({ reader, problem, rules, isHidden }: RulesFoldProps) {
  const say = groundRulesWords.say(reader.lang)
  const all = <a href={reader.to('meeting.rules', { problem: problem.slug })}>{say('read-all')}</a>
  if (!rules || isHidden)
    return (
      <p class="fm-small">
        {say('on-meeting-none')}. {all}
      </p>
    )
  return (
    <Details summary={say('on-meeting')} id="ground-rules">
      <Prose text={rules.words} lang={problem.language} size="small" />
      <p class="fm-mini">
        {agreedLine(reader, say, rules)}. {all}
      </p>
    </Details>
  )
}
