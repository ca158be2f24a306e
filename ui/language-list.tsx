import type { FrameLanguage } from './frame.ts'

export type LanguageListProps = { readonly languages: readonly FrameLanguage[]; readonly label: string }

/** The languages this page is in, each by its own name. */
export function LanguageList({ languages, label }: LanguageListProps) {
  return (
    <ul class="fm-languages" aria-label={label}>
      {languages.map(({ lang, text, href, current }) => (
        <li>
          <a href={href} lang={lang} hreflang={lang} aria-current={current ? 'true' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}
