import type { SayMandate } from '../messages/words.ts'
import { minorDigits } from './form.ts'
import type { Terms } from '../rules.ts'
import { isOpen, type Matter, type MoneyLimit } from './rules.ts'

/** "6,000,000 DKK over three years" */
export function moneyWords(lang: string, { amount, currency, words }: MoneyLimit): string {
  const sum = new Intl.NumberFormat(lang, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount / 10 ** minorDigits(currency))
  return words === '' ? sum : `${sum}, ${words}`
}

/** One question with its room and limits, on one line: for lists, comparisons and the record. */
export function matterLine(say: SayMandate, lang: string, matter: Matter): string {
  const { words, room, why, level, money, law } = matter
  const head = say(`matter.line-${room}`, { words, level })
  return [
    why === '' ? head : `${head} ${say('matter.why', { why })}`,
    ...(money ? [say('matter.money', { money: moneyWords(lang, money) })] : []),
    ...(law ? [lawLine(say, law)] : []),
  ].join(' ')
}

export function lawLine(say: SayMandate, { kind, words, reference }: NonNullable<Matter['law']>): string {
  const line = say(`matter.law-${kind}`, { words })
  return reference === '' ? line : `${line} (${reference})`
}

type Texts = { readonly matters: readonly Matter[]; readonly canChange: string; readonly cannotChange: string } & Pick<
  Terms,
  'outOfScope' | 'economicFrame'
>

/** What can and what cannot change, in words; older mandates said it in two texts. '' where it is not said. */
export function roomInWords(
  say: SayMandate,
  lang: string,
  { matters, canChange, cannotChange, outOfScope, economicFrame }: Texts,
): { readonly can: string; readonly cannot: string } {
  if (matters.length === 0) return { can: canChange, cannot: cannotChange }
  const lines = (some: readonly Matter[]): string => some.map((matter) => matterLine(say, lang, matter)).join('\n')
  const bounds = [
    outOfScope === '' ? '' : say('matter.out-of-scope', { words: outOfScope }),
    economicFrame === '' ? '' : say('matter.frame', { words: economicFrame }),
  ].filter(Boolean)
  const closed = matters.filter((matter) => !isOpen(matter))
  return {
    can: lines(matters.filter(isOpen)),
    cannot: closed.length === 0 ? [say('matter.nothing-fixed'), ...bounds].join('\n') : lines(closed),
  }
}
