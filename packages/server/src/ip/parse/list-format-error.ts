/** A file that is not the list it should be: the message tells the operator, in one sentence, what came instead. */
export class ListFormatError extends Error {
  override readonly name = 'ListFormatError'
}
