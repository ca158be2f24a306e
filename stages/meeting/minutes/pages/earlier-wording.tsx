import { Details, diffWords, Prose, WordDiff } from '../../../../ui/index.ts'
import type { AgendaItemProps } from '../../agenda/pages/agenda-item-props.ts'
import { minutesWords } from '../messages/words.ts'
import { approvedWording } from '../rules.ts'

/** Where approved minutes were corrected: what the group approved, what was changed, and why. Both stand. */
export function EarlierWording({ reader, item, versions, approval }: AgendaItemProps) {
  const say = minutesWords.say(reader.lang)
  const own = versions.filter((version) => version.item === item.id)
  const approved = approvedWording(own, approval?.at ?? null)
  const latest = own.at(-1)
  if (!approved || !latest) return null
  const whole = ({ minutes, decision }: { readonly minutes: string; readonly decision: string }): string =>
    [decision, minutes].filter(Boolean).join('\n')
  return (
    <Details summary={say('corrected', { day: reader.time.day(latest.at) })}>
      {latest.reason ? <p class="fm-small">{say('corrected-why', { reason: latest.reason })}</p> : null}
      <p class="fm-mini">{say('approved-wording')}</p>
      <Prose text={whole(approved)} size="small" />
      <p class="fm-mini">{say('what-changed')}</p>
      <WordDiff parts={diffWords(whole(approved), whole(latest))} />
    </Details>
  )
}
