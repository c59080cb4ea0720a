import { expect, it } from 'vitest'
import { rfc5769 } from '../../test/rfc5769.ts'
import { readStunMessage, stunAttribute, stunAttributes } from './stun-message.ts'
import { xorAddress } from './xor-address.ts'

it('writes the address of RFC 5769 as it stands there', () => {
  const message = readStunMessage(rfc5769.answer4.bytes)
  const value = message && stunAttribute(message.attributes, stunAttributes.xorMappedAddress)?.value
  expect(xorAddress([192, 0, 2, 1], 32_853)).toEqual(value)
})
