import type { MandateKey } from './messages/words.ts'
import type { FixedWords, Preset } from './preset.ts'
import { nationAndUnion } from './presets-nation-union.ts'
import { regions } from './presets-region.ts'
import { towns } from './presets-town.ts'
import type { Terms } from './rules.ts'

export { presetNames, type Preset, type PresetName } from './preset.ts'

export const presets: readonly Preset[] = [...towns, ...regions, ...nationAndUnion]

export function presetByName(name: string | null | undefined): Preset | undefined {
  return presets.find((one) => one.name === name)
}

/** Says the words of a model in the language of the case. */
export type SayWords = (key: MandateKey) => string

/** The terms with what the model fixes; what it leaves open stays as it was. */
export function withPreset(terms: Terms, { fixes, duties }: Preset, say: SayWords): Terms {
  const { group } = terms
  const words = (key: FixedWords): string => {
    const found = fixes[key]?.value
    return found === undefined ? group[key] : say(found)
  }
  return {
    ...terms,
    politicians: fixes.politicians?.value ?? terms.politicians,
    citizens: fixes.citizens?.value ?? terms.citizens,
    minGenderShare: fixes.minGenderShare?.value ?? terms.minGenderShare,
    meetings: fixes.meetings?.value ?? terms.meetings,
    promise: fixes.promise?.value ?? terms.promise,
    answerRule: fixes.answerRule?.value ?? terms.answerRule,
    group: {
      trigger: words('trigger'),
      selection: fixes.selection?.value ?? group.selection,
      selectionWords: words('selectionWords'),
      minAge: fixes.minAge?.value ?? group.minAge,
      ageRule: words('ageRule'),
      chair: fixes.chair?.value ?? group.chair,
      others: words('others'),
      meetingLength: words('meetingLength'),
      firstMeetingWithin: fixes.firstMeetingWithin?.value ?? group.firstMeetingWithin,
      voteRule: words('voteRule'),
      output: words('output'),
      // No source read tells who decides on changes of the text: each model names whom we suggest, as ours.
      textDeciders: fixes.textDeciders?.value ?? group.textDeciders,
      proposerDecides: group.proposerDecides,
      residentsAmend: group.residentsAmend,
      duties: duties.length > 0 ? duties.map(({ value }) => value) : group.duties,
      answerWords: words('answerWords'),
      returnAfter: fixes.returnAfter?.value ?? group.returnAfter,
    },
  }
}
