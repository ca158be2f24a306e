import type { Reader } from '../../../../platform/http/index.ts'
import type { EverydayKey } from '../../../../platform/i18n/index.ts'
import type { Tombstone as Hidden } from '../../../../platform/moderation/index.ts'
import { Tombstone } from '../../../../ui/index.ts'

/** What stands where a text was hidden: when, by whom, under which rule, why. */
export function HiddenText({ reader, stone }: { readonly reader: Reader; readonly stone: Hidden }) {
  const title = reader.common('hidden', {
    role: reader.common(`role.${stone.role}` as EverydayKey), // roles and rules are closed sets with a word each
    day: reader.time.day(stone.at),
    rule: reader.common(`rule.${stone.rule}` as EverydayKey),
    reason: '',
  })
  return <Tombstone title={title} reason={stone.reason} />
}
