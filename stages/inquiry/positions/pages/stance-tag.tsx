import { StateTag, type IconName, type TagColor } from '../../../../ui/index.ts'
import { inquiryWords } from '../../messages/words.ts'
import type { Stance } from '../rules.ts'

// For and against are no good and bad news: they differ by sign and word, not by alarm.
const looks: Readonly<Record<Stance, { readonly icon: IconName; readonly color: TagColor }>> = {
  for: { icon: 'agree', color: 'brand1' },
  against: { icon: 'disagree', color: 'info' },
  open: { icon: 'empty', color: 'neutral' },
}

export function StanceTag({ lang, stance }: { readonly lang: string; readonly stance: Stance }) {
  return <StateTag {...looks[stance]}>{inquiryWords.say(lang)(`stance.${stance}`)}</StateTag>
}
