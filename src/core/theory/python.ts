import type { TheoryCell } from './cells';
import { checkOf, printedValues, type TheoryResult } from './result';

/** Defines what the notebook's cells call: one function for each kind. It is not translated: it is a program. */
export const pythonSetup = `import matplotlib.pyplot as plt
import numpy as np

primary, secondary, highlight, neutral = "#0077BB", "#EE7733", "#EE3377", "#555555"


def check(passed, text):
    print(f"{'PASS' if passed else 'FAIL'}: {text}")


def curve(a, f):
    x = np.linspace(-3, 3, 200)
    loss = a * x**2 / 2 + 0.1 * np.sin(f * x)
    gradient = a * x + 0.1 * f * np.cos(f * x)
    least = loss.argmin()
    finite = np.isfinite(loss)
    print(f"Least loss {loss[least]:.6f}, at θ {x[least]:.6f}")
    check(finite.all(), f"Every loss is finite. {finite.sum()} of {loss.size} are.")
    plt.plot(x, loss, color=primary, label="Loss")
    plt.plot(x, gradient, "--", color=secondary, label="Gradient")
    plt.xlabel("Parameter θ")
    plt.ylabel("Value")
    plt.legend()
    plt.show()


def update(h, k):
    theta, H, eta = np.array([1.5, -0.5, 0.25]), np.diag(h), 0.1 / k
    step = -eta * (H @ theta)
    old, new = theta @ H @ theta / 2, (theta + step) @ H @ (theta + step) / 2
    relative = np.linalg.norm(step) / max(np.linalg.norm(theta), 1e-12)
    print(f"Old loss {old:.6f}, New loss {new:.6f}, Relative update {relative:.6f}")
    check(new < old, f"The step lowers the loss. From {old:.6f} to {new:.6f}.")
    rates = np.linspace(0, 2 * (theta @ H @ H @ theta) / (theta @ H @ H @ H @ theta), 61)
    after = [theta - rate * (H @ theta) for rate in rates]
    plt.plot(rates, [x @ H @ x / 2 for x in after], color=primary)
    plt.plot(0, old, "o", color=neutral, label="Old loss")
    plt.plot(eta, new, "D", color=highlight, label="New loss")
    plt.xlabel("Learning rate η")
    plt.ylabel("Loss after the step")
    plt.legend()
    plt.show()


def stochastic(s):
    S = np.random.default_rng(s).normal(0, 1, (256, 3))
    theta = np.array([0.2, -0.4, 0.6])
    full = S.T @ (S @ theta) / 256
    batch = S[:32].T @ (S[:32] @ theta) / 32
    gap = np.linalg.norm(full - batch)
    print("Full gradient " + ", ".join(f"{slope:.5f}" for slope in full) + f", Gap of the batch gradient {gap:.6f}")
    check(np.isfinite(gap), f"The gap between batch and full gradient is finite. It is {gap:.6f}.")
    plt.plot(full, range(3), "o", color=primary, label="Full gradient")
    plt.plot(batch, range(3), "D", color=secondary, label="Batch gradient")
    plt.yticks(range(3), ["θ₁", "θ₂", "θ₃"])
    plt.xlabel("Gradient")
    plt.legend()
    plt.show()


def closed_form(*v):
    centred = np.array(v) - np.mean(v)
    energy, by_terms = centred @ centred, sum(c**2 for c in centred)
    print(f"Energy {energy:.6f}")
    check(
        abs(energy - by_terms) <= 1e-8,
        f"Dot product and sum of squares agree. {energy:.8f} and {by_terms:.8f}.",
    )
    plt.hlines(range(3), np.mean(v), v, color=primary)
    plt.plot(v, range(3), "o", color=primary)
    plt.axvline(np.mean(v), color=neutral, linestyle="--")
    plt.xlabel("Value")
    plt.show()
`;

/** The call that makes a cell's numbers. */
export function pythonCall(cell: TheoryCell): string {
  switch (cell.kind) {
    case 'curve':
      return `curve(a=${cell.a}, f=${cell.f})`;
    case 'update':
      return `update(h=[${cell.curvatures.join(', ')}], k=${cell.k})`;
    case 'stochastic':
      return `stochastic(s=${cell.seed})`;
    case 'closed form':
      return `closed_form(${cell.numbers.join(', ')})`;
  }
}

/** What the call prints. */
export function pythonOutput(result: TheoryResult): string {
  const { status, name, message } = checkOf(result);
  const printed = printedValues(result).map(({ label, text }) => `${label} ${text}`);
  return `${printed.join(', ')}\n${status}: ${name}. ${message}\n`;
}
