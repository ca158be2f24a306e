/** How a solution begins: "We should build …". A question that asks how or why is none. */
const solutions: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /^(?:we|they|you|the \p{L}+(?: \p{L}+)?) (?:should|must|need to|ought to|have to)(?!\p{L})/iu,
    /^(?:please )?(?:build|install|introduce|abolish|ban|forbid|plant|widen|add|put up|set up|replace|extend|hire|buy|lower|raise|close down)(?!\p{L})/iu,
    /^(?:should|could|can) (?:we|they|the \p{L}+) (?:build|install|introduce|abolish|ban|plant|widen|add|put|set|replace|extend|hire|buy)(?!\p{L})/iu,
  ],
  da: [
    /^(?:vi|de|man|i|kommunen|byrådet|staten|regionen) (?:bør|skal|må|burde|er nødt til at)(?!\p{L})/iu,
    /^(?:byg|opsæt|indfør|afskaf|forbyd|plant|udvid|tilføj|erstat|forlæng|ansæt|køb|sænk|hæv|luk|sæt)(?!\p{L})/iu,
    /^(?:bør|skal|kan|må) (?:vi|de|man|kommunen|byrådet) (?:bygge|opsætte|indføre|afskaffe|forbyde|plante|udvide|tilføje|erstatte|forlænge|ansætte|købe)(?!\p{L})/iu,
  ],
}

/** Whether a question reads like an answer. Only ever a reason for a gentle note: what is raised is hers to say. */
export function looksLikeSolution(question: string, lang: string): boolean {
  return (solutions[lang] ?? []).some((pattern) => pattern.test(question.trim()))
}

/** Nine digits in three groups: short enough to be read out, long enough that nobody guesses another one. */
export function receiptOf(chance: Uint32Array<ArrayBuffer>): string {
  const group = (at: number): string => String((chance[at] ?? 0) % 1000).padStart(3, '0')
  return `${group(0)}-${group(1)}-${group(2)}`
}

export const channels = ['phone', 'paper', 'desk'] as const
