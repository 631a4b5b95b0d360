// Its modules need each other, so the whole comes first.
import { PSTFile, PSTMessage } from 'pst-extractor';
import { PSTAppointment } from 'pst-extractor/dist/PSTAppointment.class.js';
import { PSTContact } from 'pst-extractor/dist/PSTContact.class.js';
import { PSTNodeInputStream } from 'pst-extractor/dist/PSTNodeInputStream.class.js';

export { PSTAppointment, PSTContact, PSTFile, PSTMessage };

const readFromOffset = PSTNodeInputStream.prototype.readFromOffset;

/**
 * pst-extractor 1.12.0 tells the end of a stream by comparing two objects that are never the same, then reads nothing
 * for ever: a damaged archive would take its whole time. Reading nothing is the end.
 */
PSTNodeInputStream.prototype.readFromOffset = function (this: PSTNodeInputStream, output, offset, length) {
  const read = readFromOffset.call(this, output, offset, length);
  return read > 0 ? read : -1;
};
