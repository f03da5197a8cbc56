const restMilliseconds = 16;

/** Leaves the machine to others for a while. */
export function rest(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, restMilliseconds));
}

/** Lets everything else that is waiting run once: messages, input and output, other extensions. */
export function pause(): Promise<void> {
  return new Promise(resolve => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    // In a web worker timers are held back by 4 ms once they nest; a message is not.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
