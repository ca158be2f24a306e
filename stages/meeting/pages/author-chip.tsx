import type { Reader } from '../../../platform/http/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import { shownAs } from '../../problem/index.ts'
import { PersonChip } from '../../../ui/index.ts'

export type AuthorChipProps = { readonly reader: Reader; readonly author: Byline | undefined }

/** Who wrote it: shape, name, and what the person stands here as. */
export function AuthorChip({ reader, author }: AuthorChipProps) {
  if (!author) return <span class="fm-mini">{reader.common('unknown')}</span>
  const { line, href } = shownAs(reader, author)
  return (
    <PersonChip
      name={author.name || reader.common('role.resident')}
      role={author.shape}
      line={line}
      href={href}
      size="s"
    />
  )
}
