"""Reading: text in, Result out, with ONNX Runtime alone."""
