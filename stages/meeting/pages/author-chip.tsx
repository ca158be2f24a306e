import type { Reader } from '../../../platform/http/index.ts'
import type { CommonKey } from '../../../platform/i18n/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import { PersonChip } from '../../../ui/index.ts'

export type AuthorChipProps = { readonly reader: Reader; readonly author: Byline | undefined }

/** Who wrote it: shape, name, and what the person stands here as. */
export function AuthorChip({ reader, author }: AuthorChipProps) {
  if (!author) return <span class="fm-mini">{reader.common('unknown')}</span>
  const href = author.person ? reader.to('person', { person: author.person }) : undefined
  return (
    <PersonChip
      name={author.name || reader.common('role.resident')}
      role={author.shape}
      line={lineOf(reader, author)}
      href={href}
      size="s"
    />
  )
}

function lineOf({ common }: Reader, { shape, of }: Byline): string {
  if (shape === 'staff') return [common('staff'), common(`role.${of}` as CommonKey)].join(' · ') // staff roles have a word each
  return [common(`role.${shape}`), of].filter(Boolean).join(' · ')
}
