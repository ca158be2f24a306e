import type { Reader } from '../../../../platform/http/index.ts'
import { StateTag, type IconName, type TagColor } from '../../../../ui/index.ts'
import type { AgreementKind } from '../../rules.ts'
import { marginWords } from '../messages/words.ts'

const looks: Readonly<Record<AgreementKind, { readonly icon: IconName; readonly color: TagColor }>> = {
  consensus: { icon: 'agree', color: 'success' },
  majority: { icon: 'people', color: 'info' },
  disagreement: { icon: 'disagree', color: 'neutral' },
}

/** Where agreement stands on the words of a clause, as its straw poll says. */
export function PollTag({ reader, agreement }: { readonly reader: Reader; readonly agreement: AgreementKind }) {
  return <StateTag {...looks[agreement]}>{marginWords.say(reader.lang)(`poll.${agreement}`)}</StateTag>
}
