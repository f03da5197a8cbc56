"""Find the shape and the learning rate of a small network with Keras Tuner's Hyperband."""

import keras
import keras_tuner as kt


def build_model(hp):
    model = keras.Sequential([keras.layers.Flatten()])
    for i in range(hp.Int("layers", 1, 3)):
        model.add(
            keras.layers.Dense(
                units=hp.Int(f"units_{i}", min_value=32, max_value=512, step=2, sampling="log"),
                activation=hp.Choice("activation", ["relu", "tanh"]),
            )
        )
    if hp.Boolean("dropout"):
        model.add(keras.layers.Dropout(hp.Float("rate", 0.1, 0.5)))
    model.add(keras.layers.Dense(10, activation="softmax"))
    learning_rate = hp.Float("learning_rate", 1e-4, 1e-2, sampling="log")
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


tuner = kt.Hyperband(build_model, objective="val_accuracy", max_epochs=30, factor=3)
