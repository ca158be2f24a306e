import type { Reader } from '../../../platform/http/index.ts'
import type { EverydayKey } from '../../../platform/i18n/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'

export type ShownAs = {
  /** "Organisation · Lindhavn Cyclists · has not declared its interests". */
  readonly line: string
  /** The page of a public figure; what an organisation has declared. */
  readonly href: string | undefined
}

/** What a person stands beside her words as, and where one reads more: whoever speaks for an interest says for which. */
export function shownAs({ common, to }: Pick<Reader, 'common' | 'to'>, byline: Byline): ShownAs {
  const { shape, of, person, declaration } = byline
  if (shape === 'staff')
    return { line: [common('staff'), common(`role.${of}` as EverydayKey)].join(' · '), href: undefined } // staff roles have a word each
  if (shape === 'organisation') {
    const undeclared = declaration === null ? common('undeclared') : ''
    return {
      line: [common('role.organisation'), of, undeclared].filter(Boolean).join(' · '),
      href: declaration === null ? to('problem.interests') : to('problem.declaration', { organisation: declaration }),
    }
  }
  return {
    line: [common(`role.${shape}`), of].filter(Boolean).join(' · '),
    href: person ? to('person', { person }) : undefined,
  }
}
