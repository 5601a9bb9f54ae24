"""Export: writes the ONNX files of a trained model again, from its Keras weights.

`python -m datenorm.pipeline.export time moment` does so for the presets, after a change of how a network is written.
"""

import sys
from pathlib import Path

from datenorm.pipeline.run_folder import RunFolder
from datenorm.pipeline.start_keras import start_keras
from datenorm.reading.preset import load_preset


def export_again(name_or_folder: str | Path) -> None:
    """Write the ONNX files of a preset or a finished run in their place.

    Raises:
        FileNotFoundError: There is no such preset or folder, or it has no Keras weights.
        RuntimeError: The export differs from the Keras model.
    """
    start_keras()
    import keras

    from datenorm.training.export import export_onnx
    from datenorm.training.model import ModelConfig

    preset = load_preset(name_or_folder, to_run=False)
    run = RunFolder(preset.folder)
    if not run.keras.is_file():
        raise FileNotFoundError(f"expected Keras weights. Received: {preset.folder}, which has no {run.keras.name}")
    config = ModelConfig.of(preset.human_vocab, preset.machine_vocab, preset.task, run.read_config().model)
    model = keras.saving.load_model(run.keras, compile=False)
    export_onnx(model, config, run.onnx(preset.task), Tx=preset.task.Tx)


if __name__ == "__main__":
    for _name in sys.argv[1:]:
        _before = load_preset(_name).digest
        export_again(_name)
        print(f"{_name}: weights {_before} are now {load_preset(_name).digest}")
