import { isNamed } from './error-name.ts'

/**
 * Asks for each of the names, written in one line with spaces between them, all at once. Left out are those without an answer
 * and those that the browser says it does not know, which is a NotSupportedError or a TypeError. What else is thrown, rejects.
 */
export async function answersOf<V>(
  names: string,
  ask: (name: string) => Promise<V | undefined>,
): Promise<Record<string, V>> {
  const answers = await Promise.all(
    names.split(' ').map(async (name): Promise<readonly (readonly [string, V])[]> => {
      try {
        const answer = await ask(name)
        return answer === undefined ? [] : [[name, answer]]
      } catch (error) {
        if (isNamed(error, 'NotSupportedError') || isNamed(error, 'TypeError')) return []
        throw error
      }
    }),
  )
  return Object.fromEntries(answers.flat())
}
